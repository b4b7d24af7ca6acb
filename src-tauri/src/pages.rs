//! The byte protocol: `page://localhost/<ticket>/<page>?edge=<pixels>` answers with a page as JPEG, never to be stored.

use app::attachments;
use tauri::{
    AppHandle, Manager, UriSchemeResponder,
    http::{Request, Response, StatusCode, header},
};

use crate::ipc::Core;

/// The scheme's name.
pub(crate) const SCHEME: &str = "page";

/// Answers a request for a page.
pub(crate) fn answer(host: AppHandle, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    tauri::async_runtime::spawn(async move {
        let jpeg = match Wanted::read(request.uri().path(), request.uri().query()) {
            Some(wanted) => match host.state::<Core>().app().await {
                Some(app) => attachments::page(&app, &wanted.ticket, wanted.page, wanted.edge).await.ok(),
                None => None,
            },
            None => None,
        };
        let status = if jpeg.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
        let response = Response::builder()
            .status(status)
            .header(header::CONTENT_TYPE, "image/jpeg")
            .header(header::CACHE_CONTROL, "no-store")
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .body(jpeg.unwrap_or_default());
        if let Ok(response) = response {
            responder.respond(response);
        }
    });
}

#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    ticket: String,
    page: u32,
    edge: u32,
}

impl Wanted {
    fn read(path: &str, query: Option<&str>) -> Option<Self> {
        let (ticket, page) = path.strip_prefix('/')?.split_once('/')?;
        let edge = match query {
            Some(query) => query.strip_prefix("edge=")?.parse().ok()?,
            None => attachments::PAGE_EDGE,
        };
        Some(Self { ticket: ticket.to_owned(), page: page.parse().ok()?, edge })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_ticket_a_page_and_maybe_a_size() {
        let wanted = |edge| Some(Wanted { ticket: "ab12".into(), page: 3, edge });
        assert_eq!(Wanted::read("/ab12/3", None), wanted(attachments::PAGE_EDGE));
        assert_eq!(Wanted::read("/ab12/3", Some("edge=800")), wanted(800));
        assert_eq!(Wanted::read("/ab12/x", None), None);
        assert_eq!(Wanted::read("/ab12", None), None);
        assert_eq!(Wanted::read("/ab12/3", Some("size=800")), None);
    }
}
