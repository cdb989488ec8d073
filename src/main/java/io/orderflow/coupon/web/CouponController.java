package io.orderflow.coupon.web;

import io.orderflow.coupon.CouponService;
import io.orderflow.coupon.SavedCoupon;
import io.orderflow.shared.CouponCode;
import io.orderflow.web.ApiProblem;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoints with which ops read and write coupons. */
@RestController
@RequestMapping("/api/coupons/{code}")
@Tag(name = "Coupons")
class CouponController {

    private final CouponService coupons;

    CouponController(CouponService coupons) {
        this.coupons = coupons;
    }

    @GetMapping
    CouponBody get(@PathVariable String code) {
        return parse(code)
                .flatMap(coupons::get)
                .map(CouponBody::of)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "COUPON_NOT_FOUND", code));
    }

    @PutMapping
    ResponseEntity<CouponBody> put(@PathVariable String code, @Valid @RequestBody CouponRequest request) {
        CouponCode known = parse(code).orElseThrow(() -> new Malformed("code", "must be 1 to 40 of A-Z 0-9"));
        SavedCoupon saved = coupons.put(known, request.terms());
        ResponseEntity.BodyBuilder answer =
                saved.created() ? ResponseEntity.created(URI.create("/api/coupons/" + known)) : ResponseEntity.ok();
        return answer.body(CouponBody.of(saved.coupon()));
    }

    /** Returns empty if the text cannot be a coupon code. */
    private static Optional<CouponCode> parse(String code) {
        try {
            return Optional.of(new CouponCode(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
