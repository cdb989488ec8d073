package io.orderflow.inventory;

import io.orderflow.shared.OrderNumber;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** That pieces came back under a reference. Never changed; written only while the product's row is locked. */
@Entity
@Table(name = "taken_back")
class TakenBackRow implements Persistable<TakenBackRow.Id> {

    @Embeddable
    record Id(String reference, String sku) {}

    @EmbeddedId
    private Id id;
    private String orderNumber;
    private long quantity;
    private boolean restocked;

    /** Saves the select that would otherwise precede the insert. */
    @Transient
    private boolean unsaved = true;

    protected TakenBackRow() {}

    TakenBackRow(OrderNumber order, String reference, TakenBack goods) {
        this.id = new Id(reference, goods.sku().value());
        this.orderNumber = order.value();
        this.quantity = goods.quantity().pieces();
        this.restocked = goods.restock();
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    @PostLoad
    @PostPersist
    void saved() {
        unsaved = false;
    }
}
