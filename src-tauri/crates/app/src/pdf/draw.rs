//! The pages as krilla draws them, and the structure over what was drawn.

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagGroup, TagTree};
use krilla::text::TextDirection;

use super::face::{Face, Fonts};
use super::{Bookmark, HEIGHT, Held, Layout, MARGIN, Piece, Unwritten, WIDTH};

/// How far letters lean that are to be cursive: the font has none of its own.
const LEAN: f32 = 0.2;

/// What a piece is called in the structure, and the link over it.
pub(super) struct Drawn {
    words: Identifier,
    link: Option<Identifier>,
}

impl Layout {
    /// Draws all pages. For each of them, what its pieces are called.
    pub(super) fn draw(&self, pdf: &mut Document) -> Result<Vec<Vec<Drawn>>, Unwritten> {
        let fonts = Fonts::load().ok_or(Unwritten::Fonts)?;
        let mut drawn = Vec::with_capacity(self.pages.len());
        for (number, page) in self.pages.iter().enumerate() {
            let mut sheet = pdf.start_page_with(PageSettings::from_wh(WIDTH, HEIGHT).ok_or(Unwritten::Page)?);
            let mut surface = sheet.surface();
            surface.set_fill(Some(Fill::default()));
            let words: Vec<_> = page
                .pieces
                .iter()
                .map(|piece| {
                    let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    piece.draw(&mut surface, &fonts);
                    surface.end_tagged();
                    identifier
                })
                .collect();
            let text = format!("Sida {} av {}", number + 1, self.pages.len());
            let face = Face { size: 8.5, ..Face::PLAIN };
            let (x, y) = (WIDTH - MARGIN - face.width(&text), HEIGHT - MARGIN / 1.5);
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PageNumber)));
            Piece { text, face, x, y, address: None }.draw(&mut surface, &fonts);
            surface.end_tagged();
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            page.rules.iter().for_each(|y| rule(&mut surface, *y, MARGIN, WIDTH - MARGIN));
            for piece in page.pieces.iter().filter(|piece| piece.address.is_some()) {
                rule(&mut surface, piece.y + 1.5, piece.x, piece.end());
            }
            surface.end_tagged();
            surface.finish();
            let pieces = words.into_iter().zip(&page.pieces).map(|(words, piece)| {
                let link = piece.link().map(|link| sheet.add_tagged_annotation(link));
                Drawn { words, link }
            });
            drawn.push(pieces.collect());
            sheet.finish();
        }
        Ok(drawn)
    }

    pub(super) fn tags(&self, drawn: &[Vec<Drawn>]) -> TagTree {
        let mut tree = TagTree::new();
        let outermost = self.elements.iter().enumerate().filter(|(_, element)| element.is_outermost);
        outermost.for_each(|(number, _)| tree.push(self.group(number, drawn)));
        tree
    }

    /// An element with all that it holds. Elements lie six deep at most.
    fn group(&self, number: usize, drawn: &[Vec<Drawn>]) -> TagGroup {
        let element = &self.elements[number];
        let mut group = TagGroup::new(element.tag.clone());
        for held in &element.holds {
            match held {
                Held::Element(inner) => group.push(self.group(*inner, drawn)),
                Held::Leaf(leaf) => {
                    for (page, piece) in &self.leaves[*leaf].pieces {
                        let Drawn { words, link } = &drawn[*page][*piece];
                        group.push(*words);
                        link.iter().for_each(|link| group.push(*link));
                    }
                }
            }
        }
        group
    }

    /// The headings, those of a deeper level below those of a higher.
    pub(super) fn outline(&self) -> Outline {
        let mut outline = Outline::new();
        let mut rest = self.bookmarks.as_slice();
        while let Some(node) = node(&mut rest, 0) {
            outline.push_child(node);
        }
        outline
    }
}

/// The next bookmark with those below it, taken from the rest; `None` when it is not below `level`.
fn node(rest: &mut &[Bookmark], level: u16) -> Option<OutlineNode> {
    let (first, after) = rest.split_first().filter(|(first, _)| first.level > level)?;
    *rest = after;
    let place = XyzDestination::new(first.page, Point::from_xy(MARGIN, first.y));
    let mut made = OutlineNode::new(first.text.clone(), place);
    while let Some(below) = node(rest, first.level) {
        made.push_child(below);
    }
    Some(made)
}

impl Piece {
    fn draw(&self, surface: &mut Surface<'_>, fonts: &Fonts) {
        let foot = Point::from_xy(self.x, self.y);
        if self.face.italic {
            // About the letters' feet, which stay where they are.
            surface.push_transform(&Transform::from_row(1.0, 0.0, -LEAN, 1.0, LEAN * self.y, 0.0));
        }
        surface.draw_text(foot, fonts.of(self.face), self.face.size, &self.text, false, TextDirection::LeftToRight);
        if self.face.italic {
            surface.pop();
        }
    }

    fn end(&self) -> f32 {
        self.x + self.face.width(self.text.trim_end())
    }

    fn link(&self) -> Option<Annotation> {
        let address = self.address.as_ref()?;
        let over = Rect::from_ltrb(self.x, self.y - self.face.size, self.end(), self.y + self.face.size * 0.3)?;
        let target = Target::Action(Action::Link(LinkAction::new(address.clone())));
        Some(Annotation::new_link(LinkAnnotation::new(over, target), Some(address.clone())))
    }
}

/// A thin grey line.
fn rule(surface: &mut Surface<'_>, y: f32, from: f32, to: f32) {
    let mut path = PathBuilder::new();
    path.move_to(from, y);
    path.line_to(to, y);
    let Some(path) = path.finish() else { return };
    let fill = surface.get_fill().cloned();
    surface.set_fill(None);
    let grey = rgb::Color::new(180, 180, 180);
    surface.set_stroke(Some(Stroke { paint: grey.into(), width: 0.5, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
    surface.set_fill(fill);
}
