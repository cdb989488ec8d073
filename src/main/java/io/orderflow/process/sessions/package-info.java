/** Requests for the webapps' pages without a session: the server keeps no session of anybody who has not logged in. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.sessions;
