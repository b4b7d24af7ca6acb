/** The contract with the core, generated from Rust: its commands, what they depend on, and how they fail. */
export { type Commands, type Failure, type Topic, topicsOf } from '../bindings';
