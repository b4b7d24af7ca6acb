//! Personal identity numbers in the work tree: only those that can belong to nobody.
//!
//! Skatteverket publishes test numbers whose birth number (the three digits before the check digit) is 980–999, or
//! 238–239; no person is given them. *Tolvan*, 19121212-1212, is the number that Swedish handbooks have used for decades.

const TOLVAN: &str = "1212121212";

/// Whether the line holds a number that could be somebody's.
pub(crate) fn suspicious(line: &str) -> bool {
    numbers(line).iter().any(|digits| could_be_a_persons(digits))
}

/// The ten last digits of everything in the line that is written like a personal identity number.
fn numbers(line: &str) -> Vec<String> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || (at > 0 && is_part_of_a_word(bytes[at - 1])) {
            at += 1;
            continue;
        }
        let first = run(&bytes[at..]);
        let mut digits = line[at..at + first].to_owned();
        let mut end = at + first;
        let separated = matches!(bytes.get(end), Some(b'-' | b'+')) && run(&bytes[(end + 1).min(bytes.len())..]) == 4;
        if separated && (first == 6 || first == 8) {
            digits.push_str(&line[end + 1..end + 5]);
            end += 5;
        }
        let whole = bytes.get(end).is_none_or(|next| !is_part_of_a_word(*next));
        let century = digits.len() == 12 && ["18", "19", "20"].iter().any(|start| digits.starts_with(start));
        if whole && (century || digits.len() == 10) {
            found.push(digits[digits.len() - 10..].to_owned());
        }
        at = end.max(at + 1);
    }
    found
}

fn run(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn is_part_of_a_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.'
}

fn could_be_a_persons(ten: &str) -> bool {
    let number = |range: std::ops::Range<usize>| ten[range].parse::<u32>().unwrap_or(0);
    let (month, day, birth) = (number(2..4), number(4..6), number(6..9));
    // A co-ordination number has 60 added to its day.
    let dated = (1..=12).contains(&month) && ((1..=31).contains(&day) || (61..=91).contains(&day));
    let fictive = ten == TOLVAN || (980..=999).contains(&birth) || (238..=239).contains(&birth);
    dated && !fictive && passes_the_check(ten)
}

/// The check digit by the modulus 10 method (Luhn).
fn passes_the_check(ten: &str) -> bool {
    let sum: u32 = ten
        .bytes()
        .enumerate()
        .map(|(at, byte)| {
            let product = u32::from(byte - b'0') * if at % 2 == 0 { 2 } else { 1 };
            product / 10 + product % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[test]
fn a_number_that_could_be_a_persons_is_seen_in_every_form_and_a_fictive_one_is_not() {
    // Put together here, so that this file holds no such number: the date, then birth number and check digit.
    let (date, end) = ("640823", "3234");
    for form in
        [format!("{date}{end}"), format!("\"{date}-{end}\""), format!("19{date}{end}"), format!("19{date}-{end},")]
    {
        assert!(suspicious(&form), "{form}");
    }
    for fine in ["19121212-1212", "900118-9811", "640823-3235", "2321000016", "a6408233234", "1764082332345"] {
        assert!(!suspicious(fine), "{fine}");
    }
}
