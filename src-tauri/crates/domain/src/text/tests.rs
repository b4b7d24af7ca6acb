use proptest::prelude::*;
use serde_json::json;

use super::*;

fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned() }
}

fn bold(inlines: Vec<Inline>) -> Inline {
    Inline::Bold { inlines }
}

fn italic(inlines: Vec<Inline>) -> Inline {
    Inline::Italic { inlines }
}

fn link(address: &str, words: &str) -> Inline {
    Inline::Link { address: address.to_owned(), inlines: vec![text(words)] }
}

fn line(written: &str) -> Vec<Inline> {
    match parse(written).as_slice() {
        [Block::Paragraph { inlines }] => inlines.clone(),
        other => panic!("{written:?} is {other:?}"),
    }
}

fn list(ordered: bool, items: &[&str]) -> Block {
    Block::List { ordered, items: items.iter().map(|item| vec![text(item)]).collect() }
}

#[test]
fn each_mark_means_one_thing() {
    assert_eq!(
        line("Kom **fastande** *idag*."),
        [text("Kom "), bold(vec![text("fastande")]), text(" "), italic(vec![text("idag")]), text(".")]
    );
    assert_eq!(line("**en**kät"), [bold(vec![text("en")]), text("kät")]);
    assert_eq!(line("**fet *båda***"), [bold(vec![text("fet "), italic(vec![text("båda")])])]);
    assert_eq!(line("***båda** kursiv*"), [italic(vec![bold(vec![text("båda")]), text(" kursiv")])]);
    assert_eq!(line("***båda* fet**"), [bold(vec![italic(vec![text("båda")]), text(" fet")])]);
    assert_eq!(line("[1177](https://www.1177.se/a?b=c#d)"), [link("https://www.1177.se/a?b=c#d", "1177")]);
    assert_eq!(line("[Ring](tel:+46480-12345)"), [link("tel:+46480-12345", "Ring")]);
    assert_eq!(line("[Skriv](mailto:a.b@exempel.se)"), [link("mailto:a.b@exempel.se", "Skriv")]);
    assert_eq!(line(r"\*inte kursiv\* \[x](https://1177.se)"), [text("*inte kursiv* [x](https://1177.se)")]);
    assert_eq!(line("en rad\nen till"), [text("en rad\nen till")]);
}

#[test]
fn lists_are_lines_and_an_empty_line_begins_a_paragraph() {
    let paragraph = |words: &str| Block::Paragraph { inlines: vec![text(words)] };
    assert_eq!(
        parse("Ta med:\n- pass\n- kort\nVälkommen!\n\nHej då"),
        [paragraph("Ta med:"), list(false, &["pass", "kort"]), paragraph("Välkommen!"), paragraph("Hej då"),]
    );
    assert_eq!(parse("1. ett\n\n2. två\n- tre"), [list(true, &["ett", "två"]), list(false, &["tre"])]);
    // A number that is not the next one would be shown as another.
    assert_eq!(parse("1. ett\n3. tre"), [list(true, &["ett"]), paragraph("3. tre")]);
    assert_eq!(parse("2026. Då"), [paragraph("2026. Då")]);
    assert_eq!(parse("-utan blanksteg\n - indraget\n- "), [paragraph("-utan blanksteg\n - indraget\n- ")]);
}

#[test]
fn what_is_unknown_unclosed_or_dangerous_is_shown_as_it_is_written() {
    for written in [
        "5 * 3 * 2",
        "**öppen",
        "stängd**",
        "****",
        "** luft **",
        "_kursiv_ `kod` # rubrik",
        "<b>fet</b> <script>alert(1)</script> &amp;",
        "![bild](https://1177.se/a.png",
        "[farligt](javascript:alert(1))",
        "[farligt](JAVASCRIPT:alert)",
        "[data](data:text/html,x)",
        "[osäkert](http://1177.se)",
        "[lurigt](https://1177.se@ont.example)",
        "[lurigt](https://)",
        "[blanksteg](https://1177.se/a b)",
        "[å](https://å.se)",
        "[](https://1177.se)",
        "[fil](file:///etc/passwd)",
        "[ring](tel:javascript)",
        "[skriv](mailto:a@b.se?bcc=c@d.se)",
        "[hit] (https://1177.se)",
        "\\",
        "C:\\Users",
    ] {
        let reading = read(written);
        assert_eq!(reading.blocks, [Block::Paragraph { inlines: vec![text(written)] }], "{written}");
        assert!(!reading.has_marks);
        assert_eq!(plain(written), written);
        assert_eq!(escape(written), written);
    }
    // What is closed first holds.
    assert_eq!(line("**fet [länk**](https://1177.se)"), [bold(vec![text("fet [länk")]), text("](https://1177.se)")]);
}

#[test]
fn the_words_are_read_without_the_marks() {
    assert_eq!(plain("Besvara vår **en**kät"), "Besvara vår enkät");
    assert_eq!(plain("Ta:\n- *pass*\n- kort\n\n[Mer](https://1177.se)"), "Ta:\n- pass\n- kort\n\nMer");
    assert_eq!(plain("a\n\n\n\nb"), "a\n\n\n\nb");
}

#[test]
fn the_inbox_gets_its_own_elements_and_no_others() {
    assert_eq!(
        docbook("Hej **du\noch** *jag*\n1. ett\n- [Ring](tel:112)\n\n[Skriv](mailto:a@b.se)"),
        "<para>Hej <emphasis role=\"bold\">du</emphasis></para>\
         <para><emphasis role=\"bold\">och</emphasis> <emphasis role=\"italics\">jag</emphasis></para>\
         <orderedlist><listitem><para>ett</para></listitem></orderedlist>\
         <itemizedlist mark=\"bullet\"><listitem><para><ulink url=\"tel:112\" type=\"_blank\">Ring</ulink></para>\
         </listitem></itemizedlist><para>Skriv (a@b.se)</para>"
    );
    assert_eq!(
        docbook("<script>]]>&'\"\u{0}\u{b} [<x>](https://a.se/?b=c&d=e)"),
        "<para>&lt;script&gt;]]&gt;&amp;&apos;&quot; <ulink url=\"https://a.se/?b=c&amp;d=e\" type=\"_blank\">&lt;x&gt;\
         </ulink></para>"
    );
}

#[test]
fn a_long_text_of_unclosed_marks_takes_no_longer_than_any_other() {
    for part in ["**a ", "*a [", "[a](https://a", "***a* [", "- *a\n", "\\", "](", "**a*[b](x) "] {
        let long = part.repeat(200_000 / part.len());
        let began = std::time::Instant::now();
        let _ = (parse(&long), plain(&long), escape(&long), docbook(&long));
        assert!(began.elapsed() < std::time::Duration::from_secs(10), "{part:?}");
    }
}

fn depth(inlines: &[Inline]) -> usize {
    let inner = inlines.iter().map(|inline| match inline {
        Inline::Text { .. } => 0,
        Inline::Bold { inlines } | Inline::Italic { inlines } | Inline::Link { inlines, .. } => 1 + depth(inlines),
    });
    inner.max().unwrap_or(0)
}

/// Every element that is begun is one of the inbox's, and is ended.
fn is_sound(xml: &str) -> bool {
    let known = ["para", "emphasis", "itemizedlist", "orderedlist", "listitem", "ulink"];
    let mut open = Vec::new();
    for piece in xml.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else { return false };
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            Some(_) => return false,
            None => {
                let name = tag.split(' ').next().unwrap_or_default();
                if !known.contains(&name) {
                    return false;
                }
                open.push(name);
            }
        }
    }
    open.is_empty()
}

/// Texts that are full of what might be marks.
fn any_marked() -> impl Strategy<Value = String> {
    let parts = vec![
        "*",
        "**",
        "***",
        "[",
        "]",
        "](https://a.se)",
        "](tel:1)",
        "](javascript:x)",
        "\\",
        "- ",
        "1. ",
        "2. ",
        "\n",
        "\n\n",
        " ",
        "a",
        "ö",
        "🩺",
        ".",
        "<b>",
        "&",
        "\"",
        "]]>",
    ];
    prop::collection::vec(prop::sample::select(parts), 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_and_lies_no_deeper_than_three(written in prop_oneof![any_marked(), ".{0,80}", "(?s).{0,80}"]) {
        for block in parse(&written) {
            match block {
                Block::Paragraph { inlines } => prop_assert!(depth(&inlines) <= 3),
                Block::List { items, .. } => prop_assert!(items.iter().all(|item| depth(item) <= 3)),
            }
        }
    }

    #[test]
    fn no_text_makes_an_element_that_is_not_the_inboxs(written in prop_oneof![any_marked(), "(?s).{0,80}"]) {
        let xml = docbook(&written);
        prop_assert!(is_sound(&xml), "{xml}");
    }

    #[test]
    fn a_text_without_marks_is_its_own_words(written in "[^*\\[\\]\\\\]{0,80}") {
        prop_assume!(!written.split('\n').any(|line| item(line).is_some()));
        prop_assert!(!read(&written).has_marks);
        prop_assert_eq!(plain(&written), written);
    }

    #[test]
    fn a_plain_text_that_is_escaped_is_read_as_itself(written in prop_oneof![any_marked(), "(?s).{0,80}"]) {
        let mut lines = Vec::new();
        for block in parse(&escape(&written)) {
            let Block::Paragraph { inlines } = block else { panic!("a list") };
            let [Inline::Text { text }] = inlines.as_slice() else { panic!("{inlines:?}") };
            lines.extend(text.split('\n').map(str::to_owned));
        }
        let wanted = written.split('\n').filter(|line| !line.trim_matches(SPACE).is_empty());
        prop_assert_eq!(lines, wanted.collect::<Vec<_>>());
    }

    #[test]
    fn no_word_is_lost(written in any_marked()) {
        let letters = |text: &str| text.chars().filter(|sign| "ö🩺<&".contains(*sign)).count();
        prop_assert_eq!(letters(&plain(&written)), letters(&written));
    }
}

/// Written for the screen, which reads texts by rules of its own: cases that its tests hold it to.
#[test]
fn bindings_hold_cases_for_the_screens_own_reading() {
    let parts = [
        "*",
        "**",
        "***",
        "[",
        "]",
        "](https://a.se)",
        "](tel:+1)",
        "](mailto:a@b.se)",
        "](javascript:x)",
        "](https://a@b.se)",
        "\\",
        "- ",
        "1. ",
        "2. ",
        "\n",
        "\n\n",
        " ",
        "a",
        "Ö 🩺",
        "\u{a0}",
        "\t",
        "_",
        "<b>",
    ];
    let mut seed: u64 = 7;
    let mut below = |end: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((seed >> 33) % u64::try_from(end).expect("small")).expect("small")
    };
    let mut texts: Vec<String> =
        ["Kom **fastande** *idag*.", "Ta:\n- pass\n- kort\nHej", "***a** b*", "1. a\n\n2. b\n3. c", "\\*a\\*"]
            .map(str::to_owned)
            .to_vec();
    texts.extend((0..400).map(|_| (0..1 + below(14)).map(|_| parts[below(parts.len())]).collect::<String>()));
    let cases: Vec<_> =
        texts.iter().map(|text| json!({ "text": text, "blocks": parse(text), "plain": plain(text) })).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/markup.json");
    let written = format!("[\n{}\n]\n", cases.iter().map(ToString::to_string).collect::<Vec<_>>().join(",\n"));
    if std::fs::read_to_string(path).ok().as_deref() != Some(&written) {
        std::fs::write(path, written).expect("the cases can be written");
    }
}
