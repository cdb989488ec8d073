/** No session for whoever only looks at the webapps' pages: the server remembers nobody before they have logged in. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.sessions;
