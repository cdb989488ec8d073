package io.orderflow.inventory;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.data.domain.Persistable;

/** The pieces of one product that an order holds or held. Managed, like its product, only while the product's row is locked. */
@Entity
@Table(name = "reservation_line")
class ReservationLine implements Persistable<ReservationLine.Id> {

    enum Status { HELD, LAPSED, CONFIRMED, WRITTEN_OFF, RELEASED }

    @Embeddable
    record Id(String orderNumber, String sku) {}

    @EmbeddedId
    private Id id;
    private long quantity;
    private long returned;
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant expiresAt;

    /** Saves the select that would otherwise precede the insert. */
    @Transient
    private boolean unsaved = true;

    protected ReservationLine() {}

    private ReservationLine(Id id, long quantity, Instant expiresAt) {
        this.id = id;
        this.quantity = quantity;
        this.status = Status.HELD;
        this.expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Sets free pieces of the product aside for the order. */
    static ReservationLine hold(OrderNumber order, Product product, Quantity quantity, Instant expiresAt) {
        product.reserve(quantity.pieces());
        return new ReservationLine(new Id(order.value(), product.getId()), quantity.pieces(), expiresAt);
    }

    Sku sku() {
        return new Sku(id.sku());
    }

    long quantity() {
        return quantity;
    }

    boolean isLapsed() {
        return status == Status.LAPSED;
    }

    boolean isReleased() {
        return status == Status.RELEASED;
    }

    /** Gives the held pieces up to another order. */
    void lapse(Product product) {
        require(Status.HELD);
        product.free(quantity);
        status = Status.LAPSED;
    }

    /** Takes the pieces out, setting lapsed ones aside again first; without effect once confirmed. */
    void confirm(Product product) {
        if (status == Status.CONFIRMED) {
            return;
        }
        if (isLapsed()) {
            product.reserve(quantity);
            status = Status.HELD;
        }
        require(Status.HELD);
        product.takeOut(quantity);
        status = Status.CONFIRMED;
    }

    /** Passes when that many confirmed pieces are out and have not come back. */
    void requireOut(Quantity pieces) {
        require(Status.CONFIRMED);
        if (pieces.pieces() > out()) {
            throw new IllegalStateException("reservation " + id + " has " + out() + " pieces out, not " + pieces.pieces());
        }
    }

    /** Counts confirmed pieces as come back, on the shelf where they are to be sold again. */
    void takeBack(Product product, TakenBack goods) {
        requireOut(goods.quantity());
        returned += goods.quantity().pieces();
        if (goods.restock()) {
            product.putBack(goods.quantity().pieces());
        }
    }

    /** Gives confirmed pieces that are still out up as lost; without effect on any others. */
    void writeOff() {
        if (status == Status.CONFIRMED) {
            status = Status.WRITTEN_OFF;
        }
    }

    /** Gives back what the order has of the product; without effect once released, or when it is lost. */
    void release(Product product) {
        switch (status) {
            case HELD -> product.free(quantity);
            case CONFIRMED -> product.putBack(out());
            case WRITTEN_OFF -> {
                return;
            }
            case LAPSED, RELEASED -> { }
        }
        status = Status.RELEASED;
    }

    /** Pieces that releasing the line would give back. */
    long held() {
        return switch (status) {
            case HELD -> quantity;
            case CONFIRMED -> out();
            case LAPSED, WRITTEN_OFF, RELEASED -> 0;
        };
    }

    private long out() {
        return quantity - returned;
    }

    private void require(Status expected) {
        if (status != expected) {
            throw new IllegalStateException("reservation " + id + " is " + status + ", not " + expected);
        }
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
