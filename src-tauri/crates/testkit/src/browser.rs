//! A citizen's browser without a screen: what the inbox's page does, over real HTTP. Its calls block.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    thread,
};

use serde_json::Value;
use ureq::{Agent, http::Response};

/// A signed-in citizen.
#[derive(Clone)]
pub struct CitizenBrowser {
    agent: Agent,
    origin: String,
    cookie: String,
    csrf: String,
}

/// What the inbox refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// HTTP status.
    pub status: u16,
    /// The failure, as the page gets it.
    pub failure: Value,
}

impl CitizenBrowser {
    /// Opens the page and signs in.
    ///
    /// # Errors
    /// When the inbox refuses.
    pub fn sign_in(url: &str, number: &str) -> Result<Self, Refused> {
        let config = Agent::config_builder().http_status_as_error(false).build();
        let mut browser = Self {
            agent: config.into(),
            origin: url.trim_end_matches('/').to_owned(),
            cookie: String::new(),
            csrf: String::new(),
        };
        let session = browser.get("/api/session")?;
        browser.csrf = session["csrf"].as_str().unwrap_or_default().to_owned();
        let session = browser.post("/api/sign-in", &serde_json::json!({ "number": number }))?;
        browser.csrf = session["csrf"].as_str().unwrap_or_default().to_owned();
        Ok(browser)
    }

    /// `GET`.
    ///
    /// # Errors
    /// When the inbox refuses.
    pub fn get(&mut self, path: &str) -> Result<Value, Refused> {
        let request = self.agent.get(format!("{}{path}", self.origin)).header("cookie", &self.cookie);
        let response = request.call();
        self.answer(response)
    }

    /// `POST` with JSON.
    ///
    /// # Errors
    /// When the inbox refuses.
    pub fn post(&mut self, path: &str, body: &Value) -> Result<Value, Refused> {
        let request = self.agent.post(format!("{}{path}", self.origin));
        let request = request.header("cookie", &self.cookie).header("x-csrf-token", &self.csrf);
        let response = request.header("content-type", "application/json").send(body.to_string());
        self.answer(response)
    }

    /// `DELETE`.
    ///
    /// # Errors
    /// When the inbox refuses.
    pub fn delete(&mut self, path: &str) -> Result<Value, Refused> {
        let request = self.agent.delete(format!("{}{path}", self.origin));
        let response = request.header("cookie", &self.cookie).header("x-csrf-token", &self.csrf).call();
        self.answer(response)
    }

    /// Opens a letter.
    ///
    /// # Errors
    /// When the inbox refuses.
    pub fn open(&mut self, case: &str) -> Result<Value, Refused> {
        self.post(&format!("/api/letters/{case}/open"), &Value::Null)
    }

    /// Attaches a file to a question. `name` is ASCII.
    ///
    /// # Errors
    /// When the inbox refuses.
    pub fn attach(&mut self, case: &str, item: &str, name: &str, bytes: &[u8]) -> Result<Value, Refused> {
        let request = self.agent.post(format!("{}/api/letters/{case}/attachments?item={item}", self.origin));
        let request = request.header("cookie", &self.cookie).header("x-csrf-token", &self.csrf);
        let response =
            request.header("x-file-name", name).header("content-type", "application/octet-stream").send(bytes);
        self.answer(response)
    }

    /// Attaches a file that is still being made: `body` is asked for more until `length` bytes have gone.
    ///
    /// # Errors
    /// When the inbox refuses, or goes away meanwhile.
    pub fn attach_streaming(
        &mut self,
        case: &str,
        item: &str,
        name: &str,
        length: u64,
        body: &mut impl std::io::Read,
    ) -> Result<Value, Refused> {
        let request = self.agent.post(format!("{}/api/letters/{case}/attachments?item={item}", self.origin));
        let request = request.header("cookie", &self.cookie).header("x-csrf-token", &self.csrf);
        let request = request.header("x-file-name", name).header("content-type", "application/octet-stream");
        let response = request.header("content-length", length.to_string()).send(ureq::SendBody::from_reader(body));
        self.answer(response)
    }

    /// Attaches a file without end: `piece` again and again, until the inbox answers. `announced` is the length that it is
    /// said to have; without one the pieces come as chunks. What was answered, and how many bytes the inbox had taken
    /// from the wire by then, at most.
    ///
    /// # Errors
    /// The connection breaks before there is an answer.
    pub fn attach_without_end(
        &self,
        case: &str,
        item: &str,
        announced: Option<u64>,
        piece: &[u8],
    ) -> io::Result<(Refused, u64)> {
        let place = self.origin.strip_prefix("http://").unwrap_or(&self.origin);
        let mut connection = TcpStream::connect(place)?;
        let length = announced
            .map_or_else(|| "transfer-encoding: chunked".to_owned(), |length| format!("content-length: {length}"));
        write!(
            connection,
            "POST /api/letters/{case}/attachments?item={item} HTTP/1.1\r\nhost: {place}\r\ncookie: {}\r\n\
             x-csrf-token: {}\r\nx-file-name: lang.jpg\r\ncontent-type: application/octet-stream\r\n\
             connection: close\r\n{length}\r\n\r\n",
            self.cookie, self.csrf
        )?;
        let mut listening = connection.try_clone()?;
        let answer = thread::spawn(move || {
            let mut answer = Vec::new();
            // The inbox hangs up on what is still being sent, after its answer.
            let _ = listening.read_to_end(&mut answer);
            answer
        });
        let mut sent = 0;
        while !answer.is_finished() {
            let chunk = format!("{:x}\r\n", piece.len());
            let (before, after) = if announced.is_some() { ("", "") } else { (chunk.as_str(), "\r\n") };
            let written =
                [before.as_bytes(), piece, after.as_bytes()].iter().try_for_each(|part| connection.write_all(part));
            if written.is_err() {
                break;
            }
            sent += piece.len() as u64;
        }
        let answer = answer.join().map_err(|_| io::ErrorKind::BrokenPipe)?;
        let answer = String::from_utf8_lossy(&answer);
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        let body = answer.split_once("\r\n\r\n").and_then(|(_, body)| serde_json::from_str::<Value>(body).ok());
        let (Some(status), Some(body)) = (status, body) else { return Err(io::ErrorKind::ConnectionReset.into()) };
        Ok((Refused { status, failure: body["failure"].clone() }, sent))
    }

    /// Sends the reply.
    ///
    /// # Errors
    /// When the inbox refuses.
    pub fn answer_letter(&mut self, case: &str, answers: &Value) -> Result<Value, Refused> {
        self.post(&format!("/api/letters/{case}/answer"), &serde_json::json!({ "answers": answers }))
    }

    fn answer(&mut self, response: Result<Response<ureq::Body>, ureq::Error>) -> Result<Value, Refused> {
        let mut response =
            response.map_err(|error| Refused { status: 0, failure: Value::String(error.to_string()) })?;
        let set = response.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        if let Some(pair) = set.filter_map(|value| value.split(';').next()).next_back() {
            pair.clone_into(&mut self.cookie);
        }
        let status = response.status().as_u16();
        let body: Value = response
            .body_mut()
            .read_to_string()
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        match body.get("ok") {
            Some(ok) => Ok(ok.clone()),
            None => Err(Refused { status, failure: body["failure"].clone() }),
        }
    }
}
