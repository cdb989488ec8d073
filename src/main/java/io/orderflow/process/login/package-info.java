/** The log-in of users at every API: the check of passwords, the users whom it lets in, and the limits on guessing. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.login;
