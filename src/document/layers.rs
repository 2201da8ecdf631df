//! Sorted span sets that may overlap, cut into pieces that do not.

use dateline_corpus::{Span, order};

/// A piece of text with the layers that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece<L> {
    /// Where it is.
    pub(super) span: Span,
    /// What covers it, in the order the layers were given.
    pub(super) layers: Vec<L>,
}

/// Cuts `whole` wherever a layer begins or ends. The pieces follow one another without a gap.
pub(super) fn pieces<L: Clone>(whole: Span, layers: &[(Span, L)]) -> Vec<Piece<L>> {
    let inside: Vec<&(Span, L)> = layers.iter().filter(|(span, _)| span.overlaps(whole)).collect();
    let mut cuts = vec![whole.start, whole.end];
    for (span, _) in &inside {
        cuts.push(span.start.clamp(whole.start, whole.end));
        cuts.push(span.end.clamp(whole.start, whole.end));
    }
    order::sort(&mut cuts);
    cuts.dedup();
    cuts.windows(2)
        .map(|cut| {
            let span = Span { start: cut[0], end: cut[1] };
            let layers = inside.iter().filter(|(layer, _)| layer.contains(span));
            Piece { span, layers: layers.map(|(_, layer)| layer.clone()).collect() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    #[test]
    fn overlapping_layers_are_cut_where_they_cross() {
        let pieces = pieces(span(0, 10), &[(span(2, 6), 'a'), (span(4, 12), 'b')]);
        let found: Vec<_> =
            pieces.into_iter().map(|p| (p.span.start, p.span.end, p.layers)).collect();
        assert_eq!(
            found,
            [(0, 2, vec![]), (2, 4, vec!['a']), (4, 6, vec!['a', 'b']), (6, 10, vec!['b'])]
        );
    }

    #[test]
    fn without_layers_there_is_one_piece() {
        let pieces = pieces::<char>(span(3, 9), &[]);
        assert_eq!(pieces, [Piece { span: span(3, 9), layers: vec![] }]);
    }
}
