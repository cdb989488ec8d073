package io.orderflow.inventory;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Products extends Repository<Product, String> {

    /** Everyone locks in this order, so that nobody waits in a circle. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Product p where p.sku in ?1 order by p.sku")
    List<Product> lock(Collection<String> skus);

    /** Not managed: a product that was read before its lock would still show the old stock after it. */
    @Query("select new io.orderflow.inventory.Product(p.sku, p.name, p.price, p.onHand, p.reserved) "
            + "from Product p where p.sku in ?1 order by p.sku")
    List<Product> read(Collection<String> skus);

    @Query(value = "select new io.orderflow.inventory.Product(p.sku, p.name, p.price, p.onHand, p.reserved) from Product p",
            countQuery = "select count(p) from Product p")
    Page<Product> read(Pageable page);

    Product saveAndFlush(Product product);
}
