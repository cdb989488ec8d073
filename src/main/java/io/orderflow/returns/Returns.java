package io.orderflow.returns;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The repository of returns. */
interface Returns extends Repository<Return, String> {

    Optional<Return> findById(String returnId);

    Optional<Return> findByRequestKey(String requestKey);

    /** Returns the returns of an order, the oldest first. */
    List<Return> findByOrderNumberOrderByRequestedAtAsc(String orderNumber);

    /** Finds returns by their status; null matches every status. */
    @Query("select r from Return r where :status is null or r.status = :status")
    Page<Return> search(@Nullable ReturnStatus status, Pageable page);

    @Query("select r.status from Return r where r.orderNumber = ?1")
    List<ReturnStatus> statusesOf(String orderNumber);

    @Query("select max(r.inspectedAt) from Return r where r.orderNumber = ?1")
    Optional<Instant> lastInspection(String orderNumber);

    List<Return> findByOrderNumberInAndStatusIn(Collection<String> orderNumbers, Collection<ReturnStatus> statuses);

    List<Return> findByStatusInAndReturnIdGreaterThanOrderByReturnIdAsc(
            Collection<ReturnStatus> statuses, String returnId, Limit limit);

    long countByCustomerIdAndReturnIdNot(String customerId, String returnId);
}
