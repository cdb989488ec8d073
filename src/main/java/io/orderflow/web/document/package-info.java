/** The OpenAPI document, with what all operations have in common and what each may refuse. Uses the base. */
package io.orderflow.web.document;
