//! The words of a page, for those who do not see its pixels.

use frames::{MAX_TEXT, plain_text};
use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{BezPath, Point, Rect, Vec2};

/// A glyph's own space has this many units to the em.
const UNITS_PER_EM: f64 = 1_000.0;
/// A gap wider than this part of an em is a space that the document left out.
const WORD_GAP: f64 = 0.2;
/// A step across the line by more than this part of an em begins a new line.
const LINE_STEP: f64 = 0.5;

/// The page's text in the order in which it is drawn, plain and cut at [`MAX_TEXT`].
pub(super) fn of_page<'a>(page: &'a Page<'a>, settings: &InterpreterSettings) -> String {
    let (width, height) = page.render_dimensions();
    let cache = InterpreterCache::new();
    let mut context = Context::new(
        page.initial_transform(true).to_kurbo(),
        Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
        &cache,
        page.xref(),
        settings.clone(),
    );
    let mut words = Words::default();
    interpret_page(page, &mut context, &mut words);
    plain_text(words.text.chars())
}

/// Listens to the drawing of glyphs and ignores everything else.
#[derive(Default)]
struct Words {
    text: String,
    pen: Option<Pen>,
}

/// Where the last glyph ended, and one em along its line.
struct Pen {
    at: Point,
    em: Vec2,
}

impl Words {
    fn separate(&mut self, begin: Point) {
        let Some(pen) = &self.pen else { return };
        let em = pen.em.hypot();
        if em <= f64::EPSILON {
            return;
        }
        let along = pen.em / em;
        let step = begin - pen.at;
        let separator = if step.cross(along).abs() > LINE_STEP * em {
            '\n'
        } else if step.dot(along) > WORD_GAP * em || step.dot(along) < -em {
            ' '
        } else {
            return;
        };
        if !self.text.ends_with(char::is_whitespace) {
            self.text.push(separator);
        }
    }
}

impl Device<'_> for Words {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.text.len() >= MAX_TEXT {
                return;
            }
            let transform = props.transform * glyph.transform();
            let begin = transform * Point::ZERO;
            self.separate(begin);
            match glyph.as_unicode() {
                Some(BfString::Char(character)) => self.text.push(character),
                Some(BfString::String(characters)) => self.text.push_str(&characters),
                // It was drawn, so that something stands there; what, the document does not tell.
                None => self.text.push(char::REPLACEMENT_CHARACTER),
            }
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let em = transform * Point::new(UNITS_PER_EM, 0.0) - begin;
            // Without a width of its own a glyph is taken to be half as wide as it is high.
            let width = advance.map_or(0.5, |advance| f64::from(advance) / UNITS_PER_EM);
            self.pen = Some(Pen { at: begin + em * width, em });
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
