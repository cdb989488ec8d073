package io.orderflow.inventory;

import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** A product with its stock. Managed only while its row is locked, so what it says is never stale. */
@Entity
@Table(name = "product")
class Product implements Persistable<String> {

    @Id
    private String sku;
    private String name;
    private long price;
    private long onHand;
    private long reserved;

    /** Saves the select that would otherwise precede the insert. */
    @Transient
    private boolean unsaved = true;

    protected Product() {}

    /** For a new product, and for reading without managing. */
    Product(String sku, String name, long price, long onHand, long reserved) {
        this.sku = sku;
        this.name = name;
        this.price = price;
        this.onHand = onHand;
        this.reserved = reserved;
    }

    Sku sku() {
        return new Sku(sku);
    }

    long available() {
        return onHand - reserved;
    }

    StockItem toStockItem() {
        return new StockItem(sku(), name, Money.won(price), onHand, reserved);
    }

    void replace(String newName, Money newPrice, long newOnHand) throws StockReserved {
        if (newOnHand < reserved) {
            throw new StockReserved(reserved);
        }
        name = newName;
        price = newPrice.won();
        onHand = newOnHand;
    }

    /** Sets free pieces aside for an order. */
    void reserve(long pieces) {
        require(pieces <= available(), "reserve", pieces);
        reserved += pieces;
    }

    /** Frees pieces that were set aside. */
    void free(long pieces) {
        require(pieces <= reserved, "free", pieces);
        reserved -= pieces;
    }

    /** Takes pieces that were set aside off the shelf. */
    void takeOut(long pieces) {
        require(pieces <= reserved, "take out", pieces);
        reserved -= pieces;
        onHand -= pieces;
    }

    /** Puts pieces that were taken out back on the shelf, free for anyone. */
    void putBack(long pieces) {
        onHand = Math.addExact(onHand, pieces);
    }

    private void require(boolean possible, String verb, long pieces) {
        if (!possible) {
            throw new IllegalStateException("cannot " + verb + " " + pieces + " of " + toStockItem());
        }
    }

    @Override
    public String getId() {
        return sku;
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
