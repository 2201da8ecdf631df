//! Moving the drawing by pointer: drag to pan, two fingers or Ctrl and the wheel to zoom. The wheel
//! alone scrolls the page.

use leptos::ev::{PointerEvent, WheelEvent};
use leptos::prelude::*;

use super::drawing::Drawing;
use crate::browser::pointer;

/// The pointers that are down, and how far they have moved it.
#[derive(Clone, Copy)]
pub(super) struct Gestures {
    drawing: Drawing,
    /// Id and place of each pointer.
    down: StoredValue<Vec<(i32, f64)>>,
    moved: StoredValue<f64>,
}

/// Pixels from which a press is a drag and no click.
const DRAG: f64 = 4.0;

impl Gestures {
    pub(super) fn new(drawing: Drawing) -> Self {
        Self { drawing, down: StoredValue::new(Vec::new()), moved: StoredValue::new(0.0) }
    }

    pub(super) fn pressed(self, event: &PointerEvent) {
        let Some(place) = pointer::place(event).filter(|_| event.button() == 0) else { return };
        if self.down.with_value(Vec::is_empty) {
            self.moved.set_value(0.0);
        }
        self.down.update_value(|down| down.push((event.pointer_id(), place.x)));
    }

    pub(super) fn moved(self, event: &PointerEvent) {
        if event.buttons() == 0 {
            // It was released outside.
            self.down.update_value(Vec::clear);
            return;
        }
        let Some(place) = pointer::place(event) else { return };
        let id = event.pointer_id();
        let Some(before) = self.down.with_value(|down| position(down, id)) else { return };
        let other = self.down.with_value(|down| down.iter().find(|it| it.0 != id).map(|it| it.1));
        self.moved.update_value(|moved| *moved += (place.x - before).abs());
        if !self.was_drag() {
            return;
        }
        // Captured only now, so that a plain click still goes to what lies under it.
        pointer::capture(event, id);
        self.down.update_value(|down| {
            down.iter_mut().filter(|it| it.0 == id).for_each(|it| it.1 = place.x);
        });
        match other {
            Some(other) => {
                let (from, to) = ((before - other).abs(), (place.x - other).abs());
                self.drawing.zoom(to.max(1.0) / from.max(1.0), other);
            }
            None => self.drawing.pan(before - place.x),
        }
    }

    pub(super) fn released(self, event: &PointerEvent) {
        self.down.update_value(|down| down.retain(|it| it.0 != event.pointer_id()));
    }

    /// Whether the press that ends now moved the drawing.
    pub(super) fn was_drag(self) -> bool {
        self.moved.get_value() >= DRAG
    }

    pub(super) fn wheel(self, event: &WheelEvent) {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        if let Some(place) = pointer::place(event) {
            self.drawing.zoom((-event.delta_y() / 300.0).exp(), place.x);
        }
    }
}

fn position(down: &[(i32, f64)], id: i32) -> Option<f64> {
    down.iter().find(|it| it.0 == id).map(|it| it.1)
}
