/** How strictly JSON is read, and how times and our values are written. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.json;
