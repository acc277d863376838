package io.shopcare.platform.testkit.architecture.violators.repository;

import org.springframework.data.mongodb.repository.MongoRepository;

interface Parcels extends MongoRepository<String, String> {}
