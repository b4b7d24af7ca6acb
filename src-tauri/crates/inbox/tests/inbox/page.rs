//! The page itself.

use budkavle_inbox::Assets;

use crate::{client::get, mailbox::TestMailbox, world::World};

#[tokio::test]
async fn the_citizens_page_and_what_it_loads_are_served() {
    let world = World::example().await;
    let page = get("/").send(world.address()).await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(page.body.contains("citizen-a1.js"));
    for name in ["citizen-a1.js", "shared-c3.js"] {
        let file = get(&format!("/assets/{name}")).send(world.address()).await;
        assert_eq!((file.status, file.header("content-type")), (200, Some("text/javascript; charset=utf-8")), "{name}");
    }
}

#[tokio::test]
async fn the_icon_that_the_page_names_is_served() {
    let world = World::example().await;
    let icon = get("/icon.svg").send(world.address()).await;
    assert_eq!((icon.status, icon.header("content-type")), (200, Some("image/svg+xml")));
}

#[tokio::test]
async fn the_staffs_page_is_not_served_though_it_is_built_beside_it() {
    let world = World::example().await;
    let paths =
        ["/staff.html", "/assets/staff-b2.js", "/assets/../staff.html", "/assets/..%2fstaff.html", "/citizen.html"];
    for path in paths {
        assert_eq!(get(path).send(world.address()).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_page_that_was_not_built_is_said_to_be_missing() {
    let world = World::with(TestMailbox::new(true), Assets::from_files([])).await;
    let page = get("/").send(world.address()).await;
    assert_eq!(page.status, 503);
    assert!(page.body.contains("npm run build"));
}

#[tokio::test]
async fn only_files_whose_name_changes_with_their_content_are_kept_by_the_browser() {
    let world = World::example().await;
    let caching = async |path: &str| {
        let reply = get(path).send(world.address()).await;
        reply.header("cache-control").expect("always said").to_owned()
    };
    assert_eq!(caching("/assets/citizen-a1.js").await, "private, max-age=31536000, immutable");
    for path in ["/", "/icon.svg", "/api/session", "/api/letters", "/assets/none.js", "/nowhere"] {
        assert_eq!(caching(path).await, "no-store", "{path}");
    }
}

#[tokio::test]
async fn a_stopped_inbox_is_gone() {
    let world = World::example().await;
    let address = world.address();
    world.inbox.stop().await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}
