//! PDF: pages drawn by hayro, with limits that it does not have itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use frames::{DocumentFault, Flags, Measure, PageFault};
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::peniko::ImageAlphaType;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};

use crate::picture::{Pages, Picture, Words, fitted, is_one_colour};

mod actions;
mod annotations;
mod findings;
mod fonts;
mod words;

/// hayro's caches never forget; 352 pages held 138 MB. They are dropped after this many pages.
const PAGES_PER_CACHE: u32 = 50;
/// A page that shows nothing on a picture smaller than this is drawn once more, this large, before it is called empty: a line
/// of small print fades away in a thumbnail.
const DECISIVE_EDGE: u32 = 1_200;

/// Reads the document's structure. The empty password is tried before the one that was given.
///
/// # Errors
/// See [`DocumentFault`].
pub(crate) fn open(bytes: Vec<u8>, password: &[u8]) -> Result<Pdf, DocumentFault> {
    let opened = match std::str::from_utf8(password) {
        Ok(password) if !password.is_empty() => Pdf::new_with_password(bytes, password),
        Ok(_) | Err(_) => Pdf::new(bytes),
    };
    opened.map_err(|error| match error {
        LoadPdfError::Invalid => DocumentFault::Unreadable,
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => DocumentFault::PasswordNeeded,
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => DocumentFault::UnknownEncryption,
        LoadPdfError::Decryption(DecryptionError::MissingIDEntry | DecryptionError::InvalidEncryption) => {
            DocumentFault::Unreadable
        }
    })
}

/// The pages of an open PDF.
pub(crate) struct PdfPages<'a> {
    pages: &'a [Page<'a>],
    flags: Flags,
    settings: InterpreterSettings,
    cache: RenderCache<'a>,
    reader: words::Reader<'a>,
    drawn_with_cache: u32,
    /// Set by the interpreter when a picture could not be decoded.
    picture_missing: Arc<AtomicBool>,
}

impl<'a> PdfPages<'a> {
    /// Looks through the document's catalogue.
    ///
    /// # Errors
    /// The document has no pages.
    pub(crate) fn new(pdf: &'a Pdf) -> Result<Self, DocumentFault> {
        let pages: &'a [Page<'a>] = pdf.pages();
        if pages.is_empty() {
            return Err(DocumentFault::Unreadable);
        }
        let picture_missing = Arc::new(AtomicBool::new(false));
        let sink = Arc::clone(&picture_missing);
        Ok(Self {
            pages,
            flags: findings::of_document(pdf),
            settings: InterpreterSettings {
                // Fonts are judged with the words, and appearances by `annotations`.
                warning_sink: Arc::new(move |warning| {
                    if matches!(warning, InterpreterWarning::ImageDecodeFailure) {
                        sink.store(true, Ordering::Relaxed);
                    }
                }),
                ..InterpreterSettings::default()
            },
            cache: RenderCache::new(),
            reader: words::Reader::new(),
            drawn_with_cache: 0,
            picture_missing,
        })
    }

    fn page(&self, index: u32) -> Result<&'a Page<'a>, PageFault> {
        usize::try_from(index).ok().and_then(|index| self.pages.get(index)).ok_or(PageFault::NoSuchPage)
    }

    /// The page's pixels alone.
    fn pixels(&mut self, page: &'a Page<'a>, max_edge: u32) -> Result<(u32, u32, Vec<u8>), PageFault> {
        let (page_width, page_height) = page.render_dimensions();
        let (page_width, page_height) = (f64::from(page_width), f64::from(page_height));
        // `hayro::render` multiplies and casts to u16, which a page of 1e9 points turns into 17 GB. The size is therefore
        // settled here, and the page drawn into it.
        let (width, height) = fitted(page_width, page_height, max_edge).ok_or(PageFault::Unreadable)?;
        let (Ok(narrow_width), Ok(narrow_height)) = (u16::try_from(width), u16::try_from(height)) else {
            return Err(PageFault::Unreadable);
        };

        let transform = Affine::scale_non_uniform(f64::from(width) / page_width, f64::from(height) / page_height)
            * page.initial_transform(true).to_kurbo();
        let mut context = RenderContext::new(narrow_width, narrow_height);
        render_into(page, &self.cache, &self.settings, &RenderSettings::default(), &mut context, transform);
        context.flush();
        let mut pixels = Pixmap::new(narrow_width, narrow_height);
        context.render_with(
            &mut pixels,
            &mut Resources::default(),
            RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() },
        );
        // Opaque, and so the same with and without the alpha multiplied in: given out as it is.
        Ok((width, height, pixels.take_rgba8(ImageAlphaType::AlphaPremultiplied)))
    }

    /// What to tell about a page whose picture is all of one colour.
    fn emptiness(&mut self, page: &'a Page<'a>, max_edge: u32) -> Flags {
        if !findings::has_content(page) {
            return Flags::EMPTY_PAGE;
        }
        let shows_something = max_edge < DECISIVE_EDGE
            && self.pixels(page, DECISIVE_EDGE).is_ok_and(|(_, _, rgba)| !is_one_colour(&rgba));
        if shows_something { Flags::NONE } else { Flags::LOOKS_EMPTY }
    }
}

impl Pages for PdfPages<'_> {
    fn count(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }

    fn flags(&self) -> Flags {
        self.flags
    }

    fn draw(&mut self, index: u32, max_edge: u32) -> Result<Picture, PageFault> {
        let page = self.page(index)?;
        if self.drawn_with_cache >= PAGES_PER_CACHE {
            self.forget();
        }
        self.drawn_with_cache += 1;
        self.picture_missing.store(false, Ordering::Relaxed);

        let (width, height, rgba) = self.pixels(page, max_edge)?;
        let mut flags = findings::of_page(page);
        if is_one_colour(&rgba) {
            flags |= self.emptiness(page, max_edge);
        }
        if self.picture_missing.load(Ordering::Relaxed) {
            flags |= Flags::PARTS_NOT_DRAWN;
        }
        Ok(Picture { width, height, rgba, flags })
    }

    fn measure(&self, index: u32) -> Measure {
        let (width, height) = self.page(index).map_or((0.0, 0.0), Page::render_dimensions);
        Measure { width: hundredths(width), height: hundredths(height) }
    }

    fn words(&mut self, index: u32) -> Words {
        let page = self.page(index);
        page.map_or_else(|_| Words::default(), |page| self.reader.of_page(page, &self.settings))
    }

    fn forget(&mut self) {
        self.cache = RenderCache::new();
        self.reader = words::Reader::new();
        self.drawn_with_cache = 0;
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from f32 saturates; not a number is 0"
)]
fn hundredths(points: f32) -> u32 {
    (points * 100.0).round() as u32
}
