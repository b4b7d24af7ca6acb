//! What comes from other systems. Today: the citizen register as a CSV file from the journal system, translations from whoever
//! translates, and the port by which a citizen is looked up.
//!
//! It reads and checks; it remembers nothing. Delivery needs no connector yet: the citizen's inbox is served from the same
//! store. The national connectors (RIV-TA) have their place here.

pub mod directory;
pub mod register;
pub mod translations;
