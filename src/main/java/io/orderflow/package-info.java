/** What starts the application, and what guards it before any module runs. */
@org.jspecify.annotations.NullMarked
package io.orderflow;
