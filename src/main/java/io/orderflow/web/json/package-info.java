/** How strictly JSON is read, and how times are written. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.json;
