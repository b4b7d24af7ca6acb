//! What the copy says of itself to a screen reader (ISO 14289-1, PDF/UA): each page is a figure, and then its lines as
//! paragraphs in their order.

use lopdf::{Document, Object, ObjectId, Stream, dictionary, text_string};

/// The tree of tags while it grows.
pub(super) struct Tags {
    root: ObjectId,
    document: ObjectId,
    sections: Vec<Object>,
    /// By page: its tags in the order of their marks.
    parents: Vec<Object>,
}

impl Tags {
    pub(super) fn new(pdf: &mut Document) -> Self {
        Self { root: pdf.new_object_id(), document: pdf.new_object_id(), sections: Vec::new(), parents: Vec::new() }
    }

    /// Adds a page: mark 0 is its picture, 1 and on are its lines. Tells under which number the page finds its tags.
    pub(super) fn add_page(
        &mut self,
        pdf: &mut Document,
        page: ObjectId,
        size: (f64, f64),
        described: &str,
        lines: usize,
    ) -> i64 {
        let section = pdf.new_object_id();
        let figure = pdf.add_object(dictionary! {
            "Type" => "StructElem",
            "S" => "Figure",
            "P" => section,
            "Pg" => page,
            "K" => 0,
            "Alt" => text_string(described),
            "A" => dictionary! {
                "O" => "Layout",
                "Placement" => "Block",
                "BBox" => vec![0.into(), 0.into(), super::pdf::points(size.0), super::pdf::points(size.1)],
            },
        });
        let mut marked: Vec<Object> = vec![figure.into()];
        for line in (1..).take(lines) {
            let paragraph = pdf.add_object(dictionary! {
                "Type" => "StructElem",
                "S" => "P",
                "P" => section,
                "Pg" => page,
                "K" => Object::Integer(line),
            });
            marked.push(paragraph.into());
        }
        pdf.set_object(
            section,
            dictionary! { "Type" => "StructElem", "S" => "Sect", "P" => self.document, "K" => marked.clone() },
        );
        self.sections.push(section.into());
        let key = count(self.parents.len()) / 2;
        let parents = pdf.add_object(Object::Array(marked));
        self.parents.extend([Object::Integer(key), parents.into()]);
        key
    }

    /// Ends the tree and tells its root.
    pub(super) fn end(self, pdf: &mut Document) -> ObjectId {
        let pages = count(self.sections.len());
        let tree = pdf.add_object(dictionary! { "Nums" => self.parents });
        pdf.set_object(
            self.document,
            dictionary! { "Type" => "StructElem", "S" => "Document", "P" => self.root, "K" => self.sections },
        );
        pdf.set_object(
            self.root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => vec![Object::Reference(self.document)],
                "ParentTree" => tree,
                "ParentTreeNextKey" => pages,
            },
        );
        self.root
    }
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// The title and the claim, as XMP. Not compressed, so that every tool finds it.
pub(super) fn metadata(title: &str, language: &str) -> Stream {
    let xmp = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         <pdfuaid:part>1</pdfuaid:part>\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    );
    Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes()).with_compression(false)
}
