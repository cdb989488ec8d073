/** The OpenAPI document, with what all operations have in common and what each may refuse. Uses the base. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.document;
