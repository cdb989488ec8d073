package io.orderflow.process.model;

import java.util.Collection;
import java.util.List;

/** The files that must be deployed together. */
public interface Companions {

    /**
     * Returns the files in use that must be deployed with those that were sent: what those are bound to, and what is
     * bound to them; empty if everything was sent.
     */
    List<ModelFile> of(Collection<ModelFile> sent, LiveModels live);
}
