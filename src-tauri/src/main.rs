//! The desktop shell: a window, one command, the pages of previews, dialogs. It translates and has no rules.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod ipc;
mod log;
mod outside;
mod pages;
mod window;

use std::process::ExitCode;

use arguments::Arguments;
use tauri::Manager;

fn main() -> ExitCode {
    app::give_large_blocks_back();
    let hardened = app::harden();
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(usage) => {
            tell(usage);
            return ExitCode::from(2);
        }
    };
    let built = tauri::Builder::default()
        .manage(ipc::Core::default())
        .invoke_handler(tauri::generate_handler![ipc::call])
        .register_asynchronous_uri_scheme_protocol(pages::SCHEME, |context, request, responder| {
            pages::answer(context.app_handle().clone(), request, responder);
        })
        .setup(move |host| {
            let profile = arguments.profile(&host.path().local_data_dir()?);
            log::start(&profile);
            if let Err(cause) = &hardened {
                tracing::warn!(%cause, "the program's memory could not be closed to others");
            }
            ipc::start(host.handle(), profile, &arguments);
            window::open(host.handle())?;
            Ok(())
        })
        .build(context());
    match built {
        Ok(host) => {
            host.run(|host, event| {
                if let tauri::RunEvent::Exit = event {
                    ipc::stop(host);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(&format!("Budkavle kunde inte starta: {error}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "Tauri's macro exits when its assets cannot be read; no key exists by then"
)]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn tell(text: &str) {
    eprintln!("{text}");
}
