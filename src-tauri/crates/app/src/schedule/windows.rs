//! A task for Windows' Task Scheduler, as its XML: <https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema>.

use super::JobFile;

pub(super) fn task(name: &str) -> String {
    format!("Budkavle\\Gallring {name}")
}

pub(super) fn file(name: &str) -> String {
    format!("gallring-{name}.xml")
}

/// UTF-16 with a byte order mark, which is what `schtasks /XML` reads.
pub(super) fn files(name: &str, program: &str, profile: &str, account: &str) -> Vec<JobFile> {
    let text = text(program, profile, account);
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    vec![JobFile { name: file(name), bytes }]
}

fn text(program: &str, profile: &str, account: &str) -> String {
    let account = escaped(account);
    let arguments = escaped(&format!("purge --due --profile {}", argument(profile)));
    let lines = [
        r#"<?xml version="1.0" encoding="UTF-16"?>"#.to_owned(),
        r#"<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">"#.to_owned(),
        "  <RegistrationInfo>".to_owned(),
        format!("    <Description>Budkavle: gallrar det vars tid är ute i profilen {}</Description>", escaped(profile)),
        "  </RegistrationInfo>".to_owned(),
        "  <Triggers>".to_owned(),
        "    <CalendarTrigger>".to_owned(),
        "      <StartBoundary>2026-01-01T00:00:00</StartBoundary>".to_owned(),
        "      <Repetition><Interval>PT15M</Interval><Duration>P1D</Duration></Repetition>".to_owned(),
        "      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>".to_owned(),
        "    </CalendarTrigger>".to_owned(),
        format!("    <LogonTrigger><UserId>{account}</UserId></LogonTrigger>"),
        "  </Triggers>".to_owned(),
        "  <Principals>".to_owned(),
        "    <Principal id=\"Author\">".to_owned(),
        format!("      <UserId>{account}</UserId>"),
        "      <LogonType>InteractiveToken</LogonType>".to_owned(),
        "      <RunLevel>LeastPrivilege</RunLevel>".to_owned(),
        "    </Principal>".to_owned(),
        "  </Principals>".to_owned(),
        "  <Settings>".to_owned(),
        "    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>".to_owned(),
        "    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>".to_owned(),
        "    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>".to_owned(),
        "    <StartWhenAvailable>true</StartWhenAvailable>".to_owned(),
        "    <ExecutionTimeLimit>PT10M</ExecutionTimeLimit>".to_owned(),
        "    <Hidden>true</Hidden>".to_owned(),
        "  </Settings>".to_owned(),
        "  <Actions Context=\"Author\">".to_owned(),
        "    <Exec>".to_owned(),
        format!("      <Command>{}</Command>", escaped(program)),
        format!("      <Arguments>{arguments}</Arguments>"),
        "    </Exec>".to_owned(),
        "  </Actions>".to_owned(),
        "</Task>".to_owned(),
    ];
    lines.join("\r\n") + "\r\n"
}

/// One argument as the C runtime takes a command line apart: backslashes before a quote are doubled.
fn argument(text: &str) -> String {
    let mut quoted = String::from("\"");
    let mut backslashes = 0;
    for character in text.chars() {
        match character {
            '\\' => backslashes += 1,
            '"' => {
                quoted.extend(std::iter::repeat_n('\\', backslashes + 1));
                backslashes = 0;
            }
            _ => backslashes = 0,
        }
        quoted.push(character);
    }
    quoted.extend(std::iter::repeat_n('\\', backslashes));
    quoted.push('"');
    quoted
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_task_runs_every_quarter_at_sign_in_and_as_soon_as_possible_after_a_missed_start() {
        let text = text(r"C:\Program Files\Budkavle\budkavlectl.exe", r"C:\Users\Åsa & Bo\50 %\", r"REGION\åsa");
        for line in [
            "<Interval>PT15M</Interval>",
            r"<LogonTrigger><UserId>REGION\åsa</UserId></LogonTrigger>",
            "<StartWhenAvailable>true</StartWhenAvailable>",
            r"<Command>C:\Program Files\Budkavle\budkavlectl.exe</Command>",
            r"<Arguments>purge --due --profile &quot;C:\Users\Åsa &amp; Bo\50 %\\&quot;</Arguments>",
        ] {
            assert!(text.contains(line), "{line}");
        }
        let bytes = &files("0a1b", "p", "q", "")[0].bytes;
        assert_eq!(bytes[..6], [0xff, 0xfe, b'<', 0, b'?', 0]);
    }

    #[test]
    fn an_argument_is_taken_apart_to_what_it_was() {
        assert_eq!(argument(r"C:\a b\"), r#""C:\a b\\""#);
        assert_eq!(argument(r#"a\"b"#), r#""a\\\"b""#);
    }
}
