/** The OpenAPI document, with the problems of each operation. It uses the base package. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.document;
