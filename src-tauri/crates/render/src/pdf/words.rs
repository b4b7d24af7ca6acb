//! The words of a page and where they stand, for those who do not see its pixels and for selecting text.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use frames::{Flags, LineBox, MAX_LINES, MAX_TEXT, is_plain};
use hayro::hayro_interpret::font::{FontQuery, Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, InterpreterWarning, SoftMask, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{BezPath, Point, Rect, Vec2};

use super::fonts;
use crate::picture::Words;

/// A glyph's own space has this many units to the em.
const UNITS_PER_EM: f64 = 1_000.0;
/// A gap wider than this part of an em is a space that the document left out.
const WORD_GAP: f64 = 0.2;
/// A step across the line by more than this part of an em begins a new line.
const LINE_STEP: f64 = 0.5;
/// How far letters reach above and below the line they stand on, in ems: as most fonts do.
const ABOVE: f64 = 0.8;
const BELOW: f64 = 0.2;

/// Reads the pages of one document. What it learnt of a font on one page it knows on the next.
pub(super) struct Reader<'a> {
    cache: InterpreterCache<'a>,
    /// A font of ours is among those in the cache.
    stands_in: bool,
    /// Glyphs of which it is known that they have a shape.
    shapes: HashSet<u128>,
    programs: fonts::Programs,
    /// Something is wrong with a font of the document. Which page uses it is said only when the font is first met, so that
    /// from now on each page has to meet its fonts anew.
    meets_anew: bool,
}

/// What was heard of a page.
struct Heard {
    words: Words,
    /// A font of ours, or one that cannot be used, was met here for the first time.
    meets: bool,
    is_missing: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: InterpreterCache::new(),
            stands_in: false,
            shapes: HashSet::new(),
            programs: fonts::Programs::default(),
            meets_anew: false,
        }
    }

    /// The page's lines in the order in which they are drawn, plain, at most [`MAX_LINES`] and [`MAX_TEXT`] of them.
    pub(super) fn of_page(&mut self, page: &'a Page<'a>, settings: &InterpreterSettings) -> Words {
        let mut heard = self.hear(page, settings);
        if heard.is_missing && !self.meets_anew {
            self.meets_anew = true;
            if !heard.meets {
                heard = self.hear(page, settings);
            }
        }
        if heard.is_missing {
            heard.words.flags |= Flags::FONTS_MISSING;
        }
        heard.words
    }

    fn hear(&mut self, page: &'a Page<'a>, settings: &InterpreterSettings) -> Heard {
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        if self.meets_anew {
            self.cache = InterpreterCache::new();
            self.stands_in = false;
        }
        let transform = page.initial_transform(true).to_kurbo();
        let (here, unusable) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let watched = watched(settings, &here, &unusable);
        let mut context = Context::new(transform, area, &self.cache, page.xref(), watched);
        let mut listener = Listener::new(self.stands_in, Arc::clone(&here), &mut self.shapes);
        interpret_page(page, &mut context, &mut listener);
        let Listener { lines, draws_words, glyph_missing, .. } = listener;
        let (here, unusable) = (here.load(Ordering::Relaxed), unusable.load(Ordering::Relaxed));
        self.stands_in |= here;
        // Also where it is not seen: another page may show it.
        self.meets_anew |= unusable;
        // Words that are not drawn, as behind a scanned page, need no font.
        let is_missing = draws_words
            && (unusable || glyph_missing || (self.stands_in && fonts::one_is_missing(page, &mut self.programs)));
        Heard { words: gathered(&lines, area), meets: here || unusable, is_missing }
    }
}

/// The same settings, that tell whether a font of ours stands in for one of the document's, and whether one of the
/// document's cannot be used.
fn watched(
    settings: &InterpreterSettings,
    stands_in: &Arc<AtomicBool>,
    unusable: &Arc<AtomicBool>,
) -> InterpreterSettings {
    let (stands_in, unusable) = (Arc::clone(stands_in), Arc::clone(unusable));
    let unknown = Arc::clone(&unusable);
    let ours = Arc::clone(&settings.font_resolver);
    InterpreterSettings {
        font_resolver: Arc::new(move |query| {
            stands_in.store(true, Ordering::Relaxed);
            // Asked for a font whose characters are numbers of its own, and which is none of the common ones.
            if matches!(query, FontQuery::Fallback(_)) {
                unknown.store(true, Ordering::Relaxed);
            }
            ours(query)
        }),
        warning_sink: Arc::new(move |warning| {
            if matches!(warning, InterpreterWarning::UnsupportedFont) {
                unusable.store(true, Ordering::Relaxed);
            }
        }),
        ..settings.clone()
    }
}

/// What of the lines may be told, each with its place on the page.
fn gathered(lines: &[Line], area: Rect) -> Words {
    let mut words = Words::default();
    for line in lines {
        let plain: String = line.text.chars().filter(|c| *c != '\n' && is_plain(*c)).collect();
        let plain = plain.trim();
        if plain.is_empty() {
            continue;
        }
        let separator = usize::from(!words.boxes.is_empty());
        let room = MAX_TEXT.saturating_sub(words.text.len() + separator);
        if words.boxes.len() == MAX_LINES || room == 0 {
            break;
        }
        let fits = plain.floor_char_boundary(room);
        if fits == 0 {
            break;
        }
        if separator > 0 {
            words.text.push('\n');
        }
        words.text.push_str(&plain[..fits]);
        words.boxes.push(place(line.bounds, area));
    }
    words
}

/// Where a line stands, cut at the page's edges.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 0..=1 times 65 535")]
fn place(bounds: Option<Rect>, area: Rect) -> LineBox {
    let seen = bounds.unwrap_or_default().intersect(area);
    let share = |length: f64, of: f64| {
        let share = (length / of).clamp(0.0, 1.0);
        // Not a number is nowhere.
        if share.is_nan() { 0 } else { (share * f64::from(u16::MAX)).round() as u16 }
    };
    LineBox {
        x: share(seen.x0, area.width()),
        y: share(seen.y0, area.height()),
        width: share(seen.width(), area.width()),
        height: share(seen.height(), area.height()),
    }
}

/// Listens to the drawing of glyphs and ignores everything else.
struct Listener<'s> {
    lines: Vec<Line>,
    /// Bytes in all lines together.
    length: usize,
    pen: Option<Pen>,
    /// A font of ours is in use.
    stands_in: bool,
    /// … and this page was the first to ask for one.
    asked: Arc<AtomicBool>,
    /// As in the [`Reader`].
    shapes: &'s mut HashSet<u128>,
    /// At least one letter is meant to be seen.
    draws_words: bool,
    /// The font that is used has no shape for a letter that ought to have one.
    glyph_missing: bool,
}

#[derive(Default)]
struct Line {
    text: String,
    bounds: Option<Rect>,
}

/// Where the last glyph ended, and one em along its line.
struct Pen {
    at: Point,
    em: Vec2,
}

enum Separator {
    Line,
    Space,
}

impl Pen {
    /// What stands between the last glyph and one that begins here.
    fn separator(&self, begin: Point) -> Option<Separator> {
        let em = self.em.hypot();
        if em <= f64::EPSILON {
            return None;
        }
        let along = self.em / em;
        let step = begin - self.at;
        if step.cross(along).abs() > LINE_STEP * em {
            Some(Separator::Line)
        } else if step.dot(along) > WORD_GAP * em || step.dot(along) < -em {
            Some(Separator::Space)
        } else {
            None
        }
    }
}

impl<'s> Listener<'s> {
    fn new(stands_in: bool, asked: Arc<AtomicBool>, shapes: &'s mut HashSet<u128>) -> Self {
        Self {
            lines: Vec::new(),
            length: 0,
            pen: None,
            stands_in,
            asked,
            shapes,
            draws_words: false,
            glyph_missing: false,
        }
    }

    /// Begins a new line or a new word, if the glyph that begins here calls for it.
    fn separate(&mut self, begin: Point) {
        match self.pen.as_ref().and_then(|pen| pen.separator(begin)) {
            Some(Separator::Line) => self.lines.push(Line::default()),
            Some(Separator::Space) if !self.line().text.ends_with(char::is_whitespace) => self.line().text.push(' '),
            Some(Separator::Space) | None => {}
        }
    }

    /// Takes note of a glyph that is to be seen.
    fn look_at(&mut self, glyph: &Glyph<'_>) {
        self.draws_words = true;
        // A font that the document carries knows best what has no shape.
        if self.glyph_missing || !(self.stands_in || self.asked.load(Ordering::Relaxed)) {
            return;
        }
        if let Glyph::Outline(outline) = glyph {
            let shows = |c: char| !c.is_whitespace() && is_plain(c);
            let ought_to_show = match outline.as_unicode() {
                Some(BfString::Char(character)) => shows(character),
                Some(BfString::String(characters)) => characters.chars().any(shows),
                None => false,
            };
            if !ought_to_show || self.shapes.contains(&outline.identifier().cache_key()) {
                return;
            }
            if outline.outline().elements().is_empty() {
                self.glyph_missing = true;
            } else {
                self.shapes.insert(outline.identifier().cache_key());
            }
        }
    }

    fn line(&mut self) -> &mut Line {
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }
}

impl Device<'_> for Listener<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, mode: &DrawMode) {
        for glyph in run.glyphs() {
            if self.length >= MAX_TEXT || self.lines.len() > MAX_LINES {
                return;
            }
            if !matches!(mode, DrawMode::Invisible) {
                self.look_at(glyph);
            }
            let transform = props.transform * glyph.transform();
            let begin = transform * Point::ZERO;
            self.separate(begin);
            let before = self.line().text.len();
            match glyph.as_unicode() {
                Some(BfString::Char(character)) => self.line().text.push(character),
                Some(BfString::String(characters)) => self.line().text.push_str(&characters),
                // It was drawn, so that something stands there; what, the document does not tell.
                None => self.line().text.push(char::REPLACEMENT_CHARACTER),
            }
            self.length += self.line().text.len() - before;
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let em = transform * Point::new(UNITS_PER_EM, 0.0) - begin;
            let up = transform * Point::new(0.0, UNITS_PER_EM) - begin;
            // Without a width of its own a glyph is taken to be half as wide as it is high.
            let width = advance.map_or(0.5, |advance| f64::from(advance) / UNITS_PER_EM);
            let end = begin + em * width;
            let corners = Rect::from_points(begin + up * ABOVE, end - up * BELOW)
                .union(Rect::from_points(begin - up * BELOW, end + up * ABOVE));
            let line = self.line();
            line.bounds = Some(line.bounds.map_or(corners, |bounds| bounds.union(corners)));
            self.pen = Some(Pen { at: end, em });
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect::new(0.0, 0.0, 200.0, 100.0);

    fn line(text: &str) -> Line {
        Line { text: text.to_owned(), bounds: Some(Rect::new(0.0, 0.0, 10.0, 10.0)) }
    }

    #[test]
    fn a_line_is_told_where_it_stands_as_shares_of_the_page() {
        let quarter = Rect::new(100.0, 50.0, 200.0, 100.0);
        let half = u16::MAX.div_ceil(2);
        assert_eq!(place(Some(quarter), AREA), LineBox { x: half, y: half, width: half, height: half });
    }

    #[test]
    fn a_line_beyond_the_page_or_nowhere_stays_within_the_shares() {
        for bounds in [
            None,
            Some(Rect::new(-1e9, -1e9, 1e9, 1e9)),
            Some(Rect::new(f64::NAN, 0.0, f64::INFINITY, 5.0)),
            Some(Rect::new(300.0, 300.0, 400.0, 400.0)),
        ] {
            let LineBox { x, y, width, height } = place(bounds, AREA);
            assert!(u32::from(x) + u32::from(width) <= u32::from(u16::MAX) + 1);
            assert!(u32::from(y) + u32::from(height) <= u32::from(u16::MAX) + 1);
        }
    }

    #[test]
    fn there_is_a_place_for_each_line_of_the_text() {
        let many: Vec<Line> = std::iter::repeat_with(|| line("å ord")).take(MAX_LINES + 5).collect();
        for lines in
            [vec![], vec![line("a"), line(" \u{202e} "), line("b\nc")], many, vec![line(&"å".repeat(MAX_TEXT))]]
        {
            let words = gathered(&lines, AREA);
            let count = if words.text.is_empty() { 0 } else { words.text.split('\n').count() };
            assert_eq!(count, words.boxes.len());
            assert!(words.text.len() <= MAX_TEXT && words.boxes.len() <= MAX_LINES);
        }
        assert_eq!(gathered(&[line("a"), line(" \u{202e} "), line("b\nc")], AREA).text, "a\nbc");
    }
}
