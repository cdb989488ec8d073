/** Starts the application, and protects its database, its address and its settings before any module runs. */
@org.jspecify.annotations.NullMarked
package io.orderflow;
