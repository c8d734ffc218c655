export { createMailer, type Delivery, type Mailer, type Message } from "./mailer.ts";
