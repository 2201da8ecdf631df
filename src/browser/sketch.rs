//! Keeps the elements of a drawing as a list of parts says. Only what differs is touched, so that a
//! drawing that is made anew with every letter of a search mostly stays as it is.

use gloo::utils::document;
use web_sys::Element;

/// One element of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    /// The name of the element.
    pub(crate) tag: &'static str,
    /// Its attributes, each name once.
    pub(crate) attributes: Vec<(&'static str, String)>,
    /// The words in it; empty where it holds other elements.
    pub(crate) words: String,
    /// The elements in it.
    pub(crate) parts: Vec<Part>,
}

impl Part {
    fn attribute(&self, wanted: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
    }
}

/// Turns the elements in `place`, which are as `before` says, into what `now` says.
pub(crate) fn patch(place: &Element, before: &[Part], now: &[Part]) {
    for _ in now.len()..before.len() {
        place.last_element_child().inspect(Element::remove);
    }
    // Elements alone: Leptos leaves a comment where it has nothing to draw.
    let children = place.children();
    for (at, part) in (0u32..).zip(now) {
        let known = before.get(at as usize).filter(|known| known.tag == part.tag);
        if known == Some(part) {
            continue;
        }
        let old = children.item(at);
        if let (Some(known), Some(element)) = (known, &old) {
            dress(element, Some(known), part);
            continue;
        }
        let Ok(new) = document().create_element_ns(Some("http://www.w3.org/2000/svg"), part.tag)
        else {
            continue;
        };
        dress(&new, None, part);
        // Neither fails: the element is new, and the old one stands here.
        let _ = match old {
            Some(old) => place.replace_child(&new, &old),
            None => place.append_child(&new),
        };
    }
}

/// Gives an element that is as `known` says the attributes, the words and the elements of `part`.
fn dress(element: &Element, known: Option<&Part>, part: &Part) {
    for (name, _) in known.into_iter().flat_map(|known| &known.attributes) {
        if part.attribute(name).is_none() {
            let _ = element.remove_attribute(name);
        }
    }
    for (name, value) in &part.attributes {
        if known.and_then(|known| known.attribute(name)) != Some(value) {
            let _ = element.set_attribute(name, value);
        }
    }
    if known.map_or("", |known| &known.words) != part.words {
        element.set_text_content(Some(&part.words));
    }
    patch(element, known.map_or(&[], |known| &known.parts), &part.parts);
}
