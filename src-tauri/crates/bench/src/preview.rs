//! The application's way with a file that a person looks at.

use std::fs::File;
use std::path::{Path, PathBuf};

use frames::DocumentKind;
use frames::request::{end, open_head, page};
use pipeline::kind::{FileKind, sniff};
use pipeline::preview::{Hand, Pictures, PreviewFailure, Renderer, Size, every_page};
use pipeline::safe_copy::safe_copy;
use zeroize::Zeroizing;

use crate::Failure;
use crate::spent::{Spent, Watch};

/// From the bytes to the first page as it goes to the screen: a child is started and jailed, the page drawn and encoded. The
/// time ends when the picture is there; the child's processor time is counted to its end. And the picture's bytes.
pub(crate) async fn first_page(renderer: Renderer, file: PathBuf, edge: u32) -> Result<(Spent, u64), Failure> {
    let bytes = Zeroizing::new(std::fs::read(file)?);
    let watch = Watch::start();
    let mut document = renderer.open(bytes, None).await?;
    let first = document.page(0, edge).await?;
    let wall = watch.wall();
    document.close().await?;
    Ok((Spent { wall, processor: watch.processor() }, first.jpeg.len() as u64))
}

/// From the bytes to the pixels of all pages, by as many children as a copy is drawn by. And how many pages there are.
pub(crate) async fn all_pages(renderer: Renderer, file: PathBuf, edge: u32) -> Result<(Spent, u64), Failure> {
    let bytes = Zeroizing::new(std::fs::read(file)?);
    let watch = Watch::start();
    let mut hand = Hand::Document(renderer.open(bytes.clone(), None).await?);
    let size = Size { edge, deserved: |_| 0 };
    let (pages, _) = every_page(&mut hand, help(&renderer, bytes), size, drop).await?;
    hand.leave().await;
    Ok((watch.stop(), pages.len() as u64))
}

/// From the bytes to a finished safe copy. And how long that is, in bytes.
pub(crate) async fn copy(renderer: Renderer, file: PathBuf) -> Result<(Spent, u64), Failure> {
    let bytes = Zeroizing::new(std::fs::read(file)?);
    let watch = Watch::start();
    let mut hand = Hand::Document(renderer.open(bytes.clone(), None).await?);
    let copy = safe_copy(&mut hand, help(&renderer, bytes)).await.map_err(|_| Failure::Wrong)?;
    hand.leave().await;
    Ok((watch.stop(), copy.bytes.len() as u64))
}

async fn help(renderer: &Renderer, bytes: Zeroizing<Vec<u8>>) -> Option<Hand<'static>> {
    renderer.open(bytes, None).await.ok().map(Hand::Document)
}

/// The child alone, as the application starts it but with its pixels to a file, as the programs beside it do.
pub(crate) fn child(renderer: &Renderer, requests: &Path, frames: &Path) -> Result<(Spent, u64), Failure> {
    let (said, heard) = (File::open(requests)?, File::create(frames)?);
    let mut command = renderer.bare_command();
    let watch = Watch::start();
    let status = command.stdin(said).stdout(heard).status()?;
    if status.success() { Ok((watch.stop(), 0)) } else { Err(Failure::Wrong) }
}

/// What the application says to the child: open, the first `pages` pages, end.
pub(crate) fn requests(bytes: &[u8], pages: u32, edge: u32) -> Result<Vec<u8>, Failure> {
    let kind = match sniff(bytes).map_err(PreviewFailure::from)? {
        FileKind::Pdf => DocumentKind::Pdf,
        FileKind::Jpeg => DocumentKind::Jpeg,
        FileKind::Png => DocumentKind::Png,
        _ => return Err(Failure::Unknown),
    };
    let mut said = open_head(kind, 0, bytes.len() as u64).to_vec();
    said.extend_from_slice(bytes);
    for index in 0..pages {
        said.extend(page(index, edge));
    }
    said.extend(end());
    Ok(said)
}
