/// A PDF of these objects, of which number 1 is the catalogue. `trailer` goes into the trailer's dictionary.
pub fn pdf_of(objects: &[(u32, Vec<u8>)], trailer: &str) -> Vec<u8> {
    pdf_after(b"", objects, trailer)
}

/// The same behind other bytes, which all places count from.
pub fn pdf_after(prefix: &[u8], objects: &[(u32, Vec<u8>)], trailer: &str) -> Vec<u8> {
    let mut bytes = [prefix, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"].concat();
    let size = objects.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
    let mut offsets = vec![None; size as usize];
    for (number, body) in objects {
        offsets[*number as usize] = Some(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(body);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {size}\n").bytes());
    for offset in offsets {
        let line =
            offset.map_or_else(|| "0000000000 65535 f \n".to_owned(), |offset| format!("{offset:010} 00000 n \n"));
        bytes.extend(line.bytes());
    }
    bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}

/// A stream with this dictionary, its length aside, and this data.
pub fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{dictionary}/Length {}>>stream\n", data.len()).into_bytes();
    bytes.extend(data);
    bytes.extend(b"\nendstream");
    bytes
}

/// A font for `/F1` that every renderer brings along.
pub const FONT: &str = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>";

/// A PDF with one page that can be bent in many places.
pub struct OnePage {
    /// Object 4, whole.
    pub content: Vec<u8>,
    /// What stands in the page's resources.
    pub resources: String,
    /// The page's size.
    pub media_box: String,
    /// More of the catalogue.
    pub catalogue: String,
    /// More of the page.
    pub page: String,
    /// More of the trailer.
    pub trailer: String,
    /// Further objects, from number 5.
    pub more: Vec<(u32, Vec<u8>)>,
}

impl Default for OnePage {
    fn default() -> Self {
        Self {
            content: stream("", b"BT /F1 24 Tf 50 700 Td (Bilaga) Tj ET"),
            resources: FONT.to_owned(),
            media_box: "[0 0 595 842]".to_owned(),
            catalogue: String::new(),
            page: String::new(),
            trailer: String::new(),
            more: Vec::new(),
        }
    }
}

impl OnePage {
    /// The file. Objects 1 to 4 are taken; `more` begins at 5.
    pub fn bytes(self) -> Vec<u8> {
        self.after(b"")
    }

    /// The file behind other bytes.
    pub fn after(self, prefix: &[u8]) -> Vec<u8> {
        let mut objects = vec![
            (1, format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalogue).into_bytes()),
            (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
            (
                3,
                format!(
                    "<</Type/Page/Parent 2 0 R/MediaBox{}/Contents 4 0 R/Resources<<{}>>{}>>",
                    self.media_box, self.resources, self.page
                )
                .into_bytes(),
            ),
            (4, self.content),
        ];
        objects.extend(self.more);
        pdf_after(prefix, &objects, &self.trailer)
    }
}

/// A PDF whose pages each bear the words "Sida" and their number, and a black bar that grows by the page.
pub fn pages(count: u32) -> Vec<u8> {
    let kids: String = (0..count).map(|page| format!("{} 0 R ", 3 + 2 * page)).collect();
    let mut objects = vec![
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (2, format!("<</Type/Pages/Kids[{kids}]/Count {count}>>").into_bytes()),
    ];
    for page in 0..count {
        let (number, content) = (3 + 2 * page, 4 + 2 * page);
        objects.push((
            number,
            format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R/Resources<<{FONT}>>>>")
                .into_bytes(),
        ));
        let bar = (page % 5 + 1) * 100;
        let text =
            format!("50 600 {bar} 20 re f BT /F1 24 Tf 50 700 Td (Sida {}) Tj 0 -30 Td (rad tv\\345) Tj ET", page + 1);
        objects.push((content, stream("", text.as_bytes())));
    }
    pdf_of(&objects, "")
}
