//! Places labels by measured room: the heavier first, and none on top of another or of a mark.

use dateline_corpus::order;

/// A label that would like to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelWish {
    /// Where its mark begins.
    pub x0: f64,
    /// Where its mark ends.
    pub x1: f64,
    /// Middle of its mark's row.
    pub y: f64,
    /// Measured width of its words, in pixels.
    pub width: f64,
    /// Heavier ones are placed first; of equal ones, the earlier.
    pub weight: u32,
    /// Whether it may stand inside its mark: the mark is a solid bar.
    pub inside: bool,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// Where it begins, in pixels.
    pub x: f64,
    /// Its vertical middle.
    pub y: f64,
    /// Whether it is inside its mark.
    pub inside: bool,
}

/// Something a label must not cover.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "two corners")]
pub struct Area {
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
}

impl Area {
    /// Whether two boxes share some area.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }
}

/// Height of a label.
pub const LABEL_HEIGHT: f64 = 12.0;

/// Pixels between a mark and its label.
const SPACE: f64 = 6.0;

/// From the middle of a row to that of a label above it.
const ABOVE: f64 = 13.0;

/// For each wish its place, or `None` where there is no room: inside its mark, behind it, before it,
/// or above it. `taken` are the marks, among them those of the wishes.
#[must_use]
pub fn place_labels(wishes: &[LabelWish], taken: &[Area], width: f64) -> Vec<Option<LabelPlace>> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order::sort_by_key(&mut order, |&n| (std::cmp::Reverse(wishes[n].weight), n));
    let mut taken = taken.to_vec();
    let mut places = vec![None; wishes.len()];
    for n in order {
        let wish = &wishes[n];
        let place = candidates(wish).into_iter().flatten().find(|place| {
            let label = place.covers(wish);
            let drawn = label.x0 >= 0.0 && label.x1 <= width && label.y0 >= 0.0;
            // Within its own mark a label covers that mark and may cover no other thing.
            let own = |other: &Area| {
                let area = (other.x0, other.x1, f64::midpoint(other.y0, other.y1));
                place.inside && area == (wish.x0, wish.x1, wish.y)
            };
            drawn && !taken.iter().any(|other| label.overlaps(other) && !own(other))
        });
        if let Some(place) = place {
            taken.push(place.covers(wish));
            places[n] = Some(place);
        }
    }
    places
}

fn candidates(wish: &LabelWish) -> [Option<LabelPlace>; 4] {
    let inside = wish.inside && wish.x1 - wish.x0 >= wish.width + 2.0 * SPACE;
    let middle = f64::midpoint(wish.x0, wish.x1) - wish.width / 2.0;
    let at = |x, y, inside| Some(LabelPlace { x, y, inside });
    [
        at(middle, wish.y, true).filter(|_| inside),
        at(wish.x1 + SPACE, wish.y, false),
        at(wish.x0 - SPACE - wish.width, wish.y, false),
        at(wish.x0, wish.y - ABOVE, false),
    ]
}

impl LabelPlace {
    /// What a label covers there.
    #[must_use]
    pub fn covers(&self, wish: &LabelWish) -> Area {
        let half = LABEL_HEIGHT / 2.0;
        Area { x0: self.x, y0: self.y - half, x1: self.x + wish.width, y1: self.y + half }
    }
}
