//! A launchd agent: `man launchd.plist`.

use super::{JobFile, windows::escaped};

pub(super) fn file(name: &str) -> String {
    format!("se.budkavle.purge.{name}.plist")
}

pub(super) fn files(name: &str, program: &str, profile: &str) -> Vec<JobFile> {
    let arguments = [program, "purge", "--due", "--profile", profile];
    let arguments: String =
        arguments.iter().map(|argument| format!("    <string>{}</string>\n", escaped(argument))).collect();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n\
         <dict>\n\
         \x20 <key>Label</key>\n\
         \x20 <string>se.budkavle.purge.{name}</string>\n\
         \x20 <key>ProgramArguments</key>\n\
         \x20 <array>\n\
         {arguments}\
         \x20 </array>\n\
         \x20 <key>RunAtLoad</key>\n\
         \x20 <true/>\n\
         \x20 <key>StartInterval</key>\n\
         \x20 <integer>900</integer>\n\
         \x20 <key>ProcessType</key>\n\
         \x20 <string>Background</string>\n\
         </dict>\n\
         </plist>\n"
    );
    vec![JobFile { name: file(name), bytes: text.into_bytes() }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agent_runs_at_sign_in_and_every_quarter() {
        let files = files("0a1b", "/Applications/Budkavle.app/budkavlectl", "/Volumes/åsa/50 % & <bo>");
        assert_eq!(files[0].name, "se.budkavle.purge.0a1b.plist");
        assert_eq!(
            String::from_utf8_lossy(&files[0].bytes),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
             <plist version=\"1.0\">\n\
             <dict>\n\
             \x20 <key>Label</key>\n\
             \x20 <string>se.budkavle.purge.0a1b</string>\n\
             \x20 <key>ProgramArguments</key>\n\
             \x20 <array>\n\
             \x20   <string>/Applications/Budkavle.app/budkavlectl</string>\n\
             \x20   <string>purge</string>\n\
             \x20   <string>--due</string>\n\
             \x20   <string>--profile</string>\n\
             \x20   <string>/Volumes/åsa/50 % &amp; &lt;bo&gt;</string>\n\
             \x20 </array>\n\
             \x20 <key>RunAtLoad</key>\n\
             \x20 <true/>\n\
             \x20 <key>StartInterval</key>\n\
             \x20 <integer>900</integer>\n\
             \x20 <key>ProcessType</key>\n\
             \x20 <string>Background</string>\n\
             </dict>\n\
             </plist>\n"
        );
    }
}
