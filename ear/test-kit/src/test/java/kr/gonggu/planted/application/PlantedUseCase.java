package kr.gonggu.planted.application;

/** Nothing wrong here. */
public class PlantedUseCase {}
