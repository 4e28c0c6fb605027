// Jest refuses require(esm) of a module that is still being linked: evaluate ESM Nest before any CommonJS Nest plug-in requires it.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
import '@nestjs/testing';
