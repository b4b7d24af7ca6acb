//! The check digit that personal numbers and organisation numbers share.

/// Whether the last of ten ASCII digits is the Luhn check digit of the nine before it.
pub(crate) fn agrees(ten: &str) -> bool {
    let sum: u32 = ten
        .bytes()
        .enumerate()
        .map(|(index, digit)| {
            let value = u32::from(digit.wrapping_sub(b'0')) * if index % 2 == 0 { 2 } else { 1 };
            value / 10 + value % 10
        })
        .sum();
    sum.is_multiple_of(10)
}
