package io.orderflow.inventory;

import io.orderflow.inventory.ReservationLine.Status;
import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The service for products and the stock that orders hold. No piece is sold twice: every change of stock locks the rows
 * of the products, in SKU order, until the transaction ends.
 */
@Service
public class InventoryService {

    private final Products products;
    private final ReservationLines lines;
    private final Warehouse warehouse;
    private final ProductMaintenance catalogue;
    private final GoodsReceipt reception;

    InventoryService(
            Products products,
            ReservationLines lines,
            Warehouse warehouse,
            ProductMaintenance catalogue,
            GoodsReceipt reception) {
        this.products = products;
        this.lines = lines;
        this.warehouse = warehouse;
        this.catalogue = catalogue;
        this.reception = reception;
    }

    /**
     * Holds all lines for the order, or none. Where too little is free, reservations that have expired yield to this
     * one, the oldest first. An order that has ever reserved is left as it is, so a repeated call has no effect.
     *
     * @param wanted at least one line; an unknown SKU is a shortage
     * @param expiresAt from when on the pieces may go to another order that needs them; they stay held as long as none
     *     does
     * @throws OutOfStock when a line cannot be had; nothing is changed then
     */
    @Transactional
    public void reserve(OrderNumber order, Map<Sku, Quantity> wanted, Instant expiresAt) throws OutOfStock {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("nothing to reserve");
        }
        SortedMap<Sku, Long> pieces = new TreeMap<>();
        wanted.forEach((sku, quantity) -> pieces.put(sku, (long) quantity.pieces()));
        Map<Sku, StockItem> locked = products.lock(pieces.keySet());
        SortedMap<Sku, Long> scarce = Warehouse.scarce(locked, pieces);
        if (!scarce.isEmpty()) {
            if (lines.exist(order)) {
                return;
            }
            warehouse.makeRoom(locked, scarce);
        }
        if (lines.hold(order, pieces, expiresAt)) {
            products.reserve(order, pieces.keySet());
        }
    }

    /**
     * Takes the order's pieces off the shelf for good. Pieces that lapsed are taken again if they, or those of
     * reservations expired since, are to be had. A repeated call has no effect.
     *
     * @throws OutOfStock when lapsed pieces are gone; nothing is changed then
     * @throws IllegalStateException when the order never reserved, or released what it had
     */
    @Transactional
    public void confirm(OrderNumber order) throws OutOfStock {
        Map<Sku, StockItem> locked = products.lockOf(order);
        if (lines.confirm(order) || warehouse.holdAgain(order, locked) && lines.confirm(order)) {
            products.takeOut(order, locked.keySet());
        }
    }

    /**
     * Gives back all the order has: held pieces become free, confirmed ones that have not come back already go on the
     * shelf, lapsed ones are already someone else's, written-off ones stay lost. A repeated call, or one for an order
     * that never reserved, has no effect.
     */
    @Transactional
    public void release(OrderNumber order) {
        Set<Sku> locked = products.lockOf(order).keySet();
        if (!locked.isEmpty()) {
            products.giveBack(order, locked);
            lines.release(order);
        }
    }

    /**
     * Counts confirmed pieces of the order as come back, and puts those to be sold again on the shelf. What has been
     * taken back under the same reference before is not counted again, so a repeated call has no effect.
     *
     * @param reference what brought the pieces back, such as a return's id; 1 to 80 characters, never used for two
     *     orders
     * @param goods each SKU once; may be empty
     * @throws IllegalArgumentException when an SKU is named twice or is none of the order's; nothing is changed then
     * @throws IllegalStateException when more pieces come back than are out, or the line is not confirmed (any more);
     *     nothing is changed then
     */
    @Transactional
    public void takeBack(OrderNumber order, String reference, List<TakenBack> goods) {
        if (reference.isBlank() || reference.length() > 80) {
            throw new IllegalArgumentException("not a reference: must be 1 to 80 characters");
        }
        products.lockOf(order);
        reception.takeBack(order, reference, goods);
    }

    /**
     * Gives the order's confirmed pieces up as lost: releasing the order later puts none of them back. Pieces that came
     * back before stay where they are, pieces not confirmed stay held. A repeated call, or one for an order that never
     * reserved, has no effect.
     */
    @Transactional
    public void writeOff(OrderNumber order) {
        products.lockOf(order);
        lines.change(order, Status.CONFIRMED, Status.WRITTEN_OFF);
    }

    /**
     * What {@link ProductMaintenance#put} does when it is nobody's doing, and whatever the product is. Call it outside
     * of a transaction.
     *
     * @param name 1 to 200 characters
     * @param price of one piece
     * @param onHand pieces on the shelf, those held for orders included; 0 to {@link StockItem#MOST_ON_HAND}
     * @return the product as stored, and whether it is new
     * @throws StockReserved when orders hold more than {@code onHand}; nothing is changed then
     */
    public SavedProduct put(Sku sku, String name, Money price, long onHand) throws StockReserved {
        try {
            return catalogue.put(sku, new ProductChange(name, price, onHand), Actor.SYSTEM, any -> true);
        } catch (ProductChanged impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The pieces that the order has, on the shelf for it or taken out and not come back, in SKU order; none left:
     * absent.
     */
    public SortedMap<Sku, Quantity> heldBy(OrderNumber order) {
        SortedMap<Sku, Quantity> held = new TreeMap<>();
        lines.of(order).stream()
                .filter(line -> line.held() > 0)
                .forEach(line -> held.put(line.sku(), new Quantity(Math.toIntExact(line.held()))));
        return held;
    }

    /** The known ones among the products, in SKU order; unknown SKUs are absent. */
    public Map<Sku, StockItem> products(Collection<Sku> skus) {
        return products.read(skus);
    }

    /** The product, or empty when the SKU is unknown. */
    public Optional<StockItem> product(Sku sku) {
        return Optional.ofNullable(products.read(List.of(sku)).get(sku));
    }

    /**
     * One page of all products.
     *
     * @param page sorts by {@code sku}, {@code name}, {@code price}, {@code onHand} or {@code reserved}
     */
    public Page<StockItem> products(Pageable page) {
        return products.read(page);
    }
}
