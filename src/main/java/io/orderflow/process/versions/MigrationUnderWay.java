package io.orderflow.process.versions;

/** A refusal: an earlier migration is not done yet. */
class MigrationUnderWay extends Exception {}
