//! A systemd user timer and the service that it starts. The grammar: `man systemd.syntax`, `systemd.service`,
//! `systemd.timer`.

use super::JobFile;

pub(super) fn timer(name: &str) -> String {
    format!("budkavle-purge-{name}.timer")
}

fn service(name: &str) -> String {
    format!("budkavle-purge-{name}.service")
}

pub(super) fn files(name: &str, program: &str, profile: &str) -> Vec<JobFile> {
    let service_text = format!(
        "[Unit]\n\
         Description=Budkavle: gallrar det vars tid är ute i profilen {described}\n\
         \n\
         [Service]\n\
         Type=oneshot\n\
         ExecStart={program} purge --due --profile {profile}\n\
         UMask=0077\n\
         NoNewPrivileges=yes\n",
        described = profile.replace('%', "%%"),
        program = quoted(program),
        // `$` begins a variable in arguments, but not in the program's own path.
        profile = quoted(&profile.replace('$', "$$")),
    );
    let timer_text = format!(
        "[Unit]\n\
         Description=Budkavle: gallring var femtonde minut i profilen {described}\n\
         \n\
         [Timer]\n\
         OnStartupSec=1min\n\
         OnCalendar=*:00/15\n\
         Persistent=true\n\
         AccuracySec=1min\n\
         \n\
         [Install]\n\
         WantedBy=timers.target\n",
        described = profile.replace('%', "%%"),
    );
    vec![
        JobFile { name: service(name), bytes: service_text.into_bytes() },
        JobFile { name: timer(name), bytes: timer_text.into_bytes() },
    ]
}

/// In double quotes; backslash, quote and percent mean themselves.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_swedish_letters_percent_quotes_and_dollars_mean_themselves() {
        let files = files("0a1b", "/opt/Bud kavle/$bin/budkavlectl", r#"/srv/åsa/50 % "profil"\$HOME"#);
        let text: Vec<_> = files.iter().map(|file| String::from_utf8_lossy(&file.bytes)).collect();
        assert_eq!(
            text[0],
            "[Unit]\n\
             Description=Budkavle: gallrar det vars tid är ute i profilen /srv/åsa/50 %% \"profil\"\\$HOME\n\
             \n\
             [Service]\n\
             Type=oneshot\n\
             ExecStart=\"/opt/Bud kavle/$bin/budkavlectl\" purge --due --profile \
             \"/srv/åsa/50 %% \\\"profil\\\"\\\\$$HOME\"\n\
             UMask=0077\n\
             NoNewPrivileges=yes\n"
        );
        assert_eq!(
            text[1],
            "[Unit]\n\
             Description=Budkavle: gallring var femtonde minut i profilen /srv/åsa/50 %% \"profil\"\\$HOME\n\
             \n\
             [Timer]\n\
             OnStartupSec=1min\n\
             OnCalendar=*:00/15\n\
             Persistent=true\n\
             AccuracySec=1min\n\
             \n\
             [Install]\n\
             WantedBy=timers.target\n"
        );
        assert_eq!(files[0].name, "budkavle-purge-0a1b.service");
        assert_eq!(files[1].name, "budkavle-purge-0a1b.timer");
    }
}
