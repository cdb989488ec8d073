/** How users log in, at every door: what a right password is, who may come in with it, and how guessing is slowed. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.login;
