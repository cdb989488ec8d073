/** No session for whoever only looks at the webapps' pages: the server remembers nobody before they have logged in. */
package io.orderflow.process.sessions;
