package io.orderflow.web;

import org.junit.jupiter.api.Tag;

/** The application behind a real port, on either database. */
@Tag("database")
public abstract class HttpIntegrationTest extends HttpTest {}
