package io.shopcare.platform.parking;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/** What is parked, over HTTP. */
@AutoConfiguration(after = ParkingAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(Parking.class)
@Import(ParkedController.class)
public class ParkedAnswersAutoConfiguration {}
