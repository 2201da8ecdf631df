//! Messages with the page around an embedded explorer. What they say is `publish`'s; here is who is
//! told and who is listened to.

use std::cell::RefCell;

use dateline_publish::message::{self, FromHost, ToHost};
use dateline_publish::{Mode, Theme, ViewState, link};
use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, ResizeObserver, UrlSearchParams, Window};

use super::{dom, location};

/// The page around this one, as far as it said who it is.
struct Host {
    window: Window,
    /// The only origin that is told what a reader does, and the only one listened to, if named.
    origin: Option<String>,
    /// The name under which pym.js knows this frame.
    child: Option<String>,
    /// The event last told of.
    event: Option<String>,
    height: u32,
}

thread_local! {
    static HOST: RefCell<Option<Host>> = const { RefCell::new(None) };
}

/// Begins to talk, when the page stands in a frame. Comes before the state is first written into the
/// address: what the host wants of the frame stands beside the state there.
pub(crate) fn talk() {
    let Some(host) = window().parent().ok().flatten().filter(|_| location::in_frame()) else {
        return;
    };
    let fragment = location::fragment();
    let search = window().location().search().unwrap_or_default();
    let child = UrlSearchParams::new_with_str(&search).ok().and_then(|query| query.get("childId"));
    let event = link::decode(&fragment).event;
    let origin = link::parameter(&fragment, "host");
    HOST.set(Some(Host { window: host, origin, child, event, height: 0 }));
    if link::parameter(&fragment, "height").as_deref() == Some("auto") {
        dom::root_attribute("data-height", Some("auto"));
    }
    EventListener::new(&window(), "message", |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            hear(event);
        }
    })
    .forget();
    tell(ToHost::Ready);
    watch_size();
}

/// Tells a host that was named of the state that now stands in the address.
pub(super) fn tell_state(fragment: &str) {
    tell(ToHost::State(fragment));
    let event = link::decode(fragment).event;
    let before = HOST.with_borrow_mut(|host| {
        host.as_mut().map(|host| std::mem::replace(&mut host.event, event.clone()))
    });
    if let Some(event) = event.filter(|event| before != Some(Some(event.clone()))) {
        tell(ToHost::Select(&event));
    }
}

fn tell(told: ToHost<'_>) {
    HOST.with_borrow(|host| {
        let Some(host) = host else { return };
        // That the page is there and how large is no secret; what a reader does is.
        let to = match told {
            ToHost::Ready | ToHost::Size(_) => Some("*"),
            ToHost::State(_) | ToHost::Select(_) => host.origin.as_deref().filter(|o| *o != "*"),
        };
        if let (Some(to), Ok(value)) = (to, js_sys::JSON::parse(&message::write(told))) {
            // An origin that is none is refused, and nobody is told.
            let _ = host.window.post_message(&value, to);
        }
    });
}

fn hear(event: &MessageEvent) {
    let known = HOST.with_borrow(|host| {
        host.as_ref().is_some_and(|host| {
            let sender: &JsValue = host.window.as_ref();
            let named = host.origin.as_ref().is_none_or(|origin| *origin == event.origin());
            named && event.source().is_some_and(|source| source == *sender.unchecked_ref())
        })
    });
    let text = known.then(|| js_sys::JSON::stringify(&event.data()).ok()).flatten();
    let now = link::decode(&location::fragment());
    let wanted = match text.and_then(|text| message::read(&String::from(text))) {
        Some(FromHost::SetState(fragment)) => dressed_as(link::decode(&fragment), now),
        Some(FromHost::Focus(report)) => ViewState { event: Some(report), ..now },
        None => return,
    };
    location::show(&link::encode(&wanted));
}

/// `wanted`, with the looks that `now` has where it names none: the host chose them for the frame.
fn dressed_as(wanted: ViewState, now: ViewState) -> ViewState {
    ViewState {
        mode: if wanted.mode == Mode::default() { now.mode } else { wanted.mode },
        theme: if wanted.theme == Theme::default() { now.theme } else { wanted.theme },
        language: wanted.language.or(now.language),
        ..wanted
    }
}

/// Tells the host how high the page would like to be, at first and at every change.
fn watch_size() {
    let changed = Closure::<dyn FnMut()>::new(tell_size);
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(&dom::host());
    }
    // It is called for as long as the page lives.
    changed.forget();
}

fn tell_size() {
    let height = u32::try_from(dom::host().scroll_height()).unwrap_or_default();
    let told = HOST.with_borrow_mut(|host| {
        let host = host.as_mut().filter(|host| height > 0 && host.height != height)?;
        host.height = height;
        if let Some(child) = &host.child {
            let _ = host.window.post_message(&message::pym_size(child, height).into(), "*");
        }
        if let Ok(amp) = js_sys::JSON::parse(&message::amp_size(height)) {
            let _ = host.window.post_message(&amp, "*");
        }
        Some(())
    });
    if told.is_some() {
        tell(ToHost::Size(height));
    }
}
