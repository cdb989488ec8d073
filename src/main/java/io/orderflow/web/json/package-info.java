/** How strictly JSON is read, and how times are written. */
package io.orderflow.web.json;
